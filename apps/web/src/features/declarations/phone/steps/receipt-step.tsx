import { useState } from 'react'
import { type ReadyPhoto, shrinkPhoto } from '../../../../lib/shrink-photo.ts'
import { Button, LinkButton } from '../../../../ui/phone/button.tsx'
import { Notice } from '../../../../ui/phone/card.tsx'
import { FileField } from '../../../../ui/phone/file-field.tsx'
import { Page } from '../../../../ui/phone/page.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import { LineHead } from '../line-head.tsx'
import { lineReceipts } from '../line-receipts.ts'
import { ReceiptThumbs } from '../receipt-thumbs.tsx'
import { SavedLine } from '../saved-line.tsx'
import { useWizard } from '../use-wizard.ts'

interface NewPhoto extends ReadyPhoto {
  /** The photo that it takes the place of. */
  replaced: string | null
}

/** Photo, image or PDF, or none. The first one goes on to the list; more pages are added from there. */
export function ReceiptStep({ kind, index }: { kind: 'sale' | 'expense'; index: number }) {
  const t = useT()
  const wizard = useWizard()
  const { sales, expenses } = wizard.state.draft
  const line = kind === 'sale' ? sales[index] : expenses[index]
  const receipts = lineReceipts(wizard.state, line?.id)
  const [dark, setDark] = useState<NewPhoto | null>(null)
  const [isPreparing, setPreparing] = useState(false)
  const n = index + 1
  const root = kind === 'sale' ? `vente/${n}` : `depense/${n}`
  const list = kind === 'sale' ? 'ventes' : 'depenses/liste'
  const keep = ({ blob, fileName, replaced }: NewPhoto) => {
    if (line === undefined) return
    wizard.keeper.addPhoto({ receiptId: crypto.randomUUID(), lineId: line.id, fileName, blob })
    setDark(null)
    if (replaced !== null) wizard.keeper.removeReceipt(replaced)
    if (receipts.length === 0) wizard.next(list)
  }
  const take = async (file: File, replaced: string | null) => {
    setPreparing(true)
    const photo = { ...(await shrinkPhoto(file)), replaced }
    setPreparing(false)
    if (photo.isDark) setDark(photo)
    else keep(photo)
  }
  return (
    <Page
      title={t('declarationsReceipt.question')}
      hint={t('declarationsReceipt.hint')}
      back={wizard.href(wizard.cameFrom ?? (kind === 'sale' ? `${root}/argent` : `${root}/jour`))}
    >
      <LineHead kind={kind} index={index} />
      {receipts.length > 0 && (
        <ReceiptThumbs
          receipts={receipts}
          onRemove={(id) => wizard.keeper.removeReceipt(id)}
          onRetake={(id) => openCamera((file) => void take(file, id))}
        />
      )}
      {receipts.length > 0 && (
        <Button type="button" onClick={() => wizard.next(list)}>
          {t('common.continue')}
        </Button>
      )}
      <div role="status">
        {isPreparing && <p>{t('declarationsReceipt.preparing')}</p>}
        {dark !== null && (
          <Notice look="attention">
            <p>{t('declarationsReceipt.dark')}</p>
            <Button type="button" look="secondary" onClick={() => keep(dark)}>
              {t('declarationsReceipt.keep')}
            </Button>
          </Notice>
        )}
      </div>
      <FileField
        name="receipt"
        label={t(
          receipts.length > 0 ? 'declarationsReceipt.addPage' : 'declarationsReceipt.legend',
        )}
        onFile={(file) => void take(file, null)}
      />
      {receipts.length === 0 && (
        <LinkButton look="secondary" href={wizard.href(`${root}/sans-recu${fromQuery(wizard)}`)}>
          {t('declarationsReceipt.none')}
        </LinkButton>
      )}
      <SavedLine />
    </Page>
  )
}

function openCamera(onFile: (file: File) => void): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  input.capture = 'environment'
  input.onchange = () => input.files?.[0] && onFile(input.files[0])
  input.click()
}

function fromQuery({ cameFrom }: { cameFrom: string | null }): string {
  return cameFrom === null ? '' : `?de=${cameFrom}`
}
