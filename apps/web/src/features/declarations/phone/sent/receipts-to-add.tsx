import { Link } from 'wouter'
import { useT } from '../../../../ui/phone/words.ts'
import { useLateReceipts } from '../late-receipts.tsx'
import { lateReceiptHref } from '../month-links.ts'
import type { MonthView } from '../queries.ts'
import { lineName } from './sent-line-rows.tsx'

/** Lines without a receipt, of which no photo waits: one may still come, until the declaration is accepted. */
export function ReceiptsToAdd(props: { view: MonthView; activity: string | undefined }) {
  const { view, activity } = props
  const t = useT()
  const { receipts } = useLateReceipts()
  const waiting = receipts.filter(({ refusal }) => refusal === null).map(({ lineId }) => lineId)
  const lines = [...view.lines.sales, ...view.lines.expenses].filter(
    (line) => line.receiptState === 'missing' && !waiting.includes(line.id),
  )
  if (lines.length === 0 || view.state === 'accepted') return null
  return (
    <section aria-labelledby="receipts-to-add">
      <h2 id="receipts-to-add">{t('declarationsSent.sent.receiptsTitle')}</h2>
      <ul className="plain-list">
        {lines.map((line) => (
          <li key={line.id}>
            <Link href={lateReceiptHref(view.month, line.id, activity)}>
              {t('declarationsSent.sent.addReceipt', {
                line: lineName(view.lines, line.id, { t }) ?? '',
              })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
