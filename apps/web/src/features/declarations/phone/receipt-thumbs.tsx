import { useBlobUrl } from '../../../lib/use-blob-url.ts'
import { useT } from '../../../ui/phone/words.ts'
import type { LineReceipt } from './line-receipts.ts'

/** The pages of a receipt, small, each with a way to take it off, and a photo to take it again. */
export function ReceiptThumbs(props: {
  receipts: readonly LineReceipt[]
  onRemove: (id: string) => void
  onRetake: (id: string) => void
}) {
  const t = useT()
  return (
    <ul className="thumbs">
      {props.receipts.map((receipt, index) => (
        <li key={receipt.id}>
          <Thumb receipt={receipt} n={index + 1} />
          {receipt.isRefused && <p className="field-error">{t('declarationsReceipt.refused')}</p>}
          {!receipt.isPdf && (
            <PageAct n={index + 1} onClick={() => props.onRetake(receipt.id)}>
              {t('declarationsReceipt.retake')}
            </PageAct>
          )}
          <PageAct n={index + 1} onClick={() => props.onRemove(receipt.id)}>
            {t('declarationsReceipt.remove')}
          </PageAct>
        </li>
      ))}
    </ul>
  )
}

function PageAct(props: { n: number; onClick: () => void; children: string }) {
  const t = useT()
  return (
    <button className="text-button" type="button" onClick={props.onClick}>
      {props.children}
      <span className="visually-hidden">
        {' '}
        {t('declarationsReceipt.removeWhat', { n: props.n })}
      </span>
    </button>
  )
}

function Thumb({ receipt, n }: { receipt: LineReceipt; n: number }) {
  const t = useT()
  const local = useBlobUrl(receipt.blob)
  const url = receipt.url ?? local
  if (receipt.isPdf) return <span className="thumb-pdf">{t('declarationsReceipt.pdf', { n })}</span>
  if (url === null) return null
  return <img src={url} alt={t('declarationsReceipt.page', { n })} width={72} height={72} />
}
