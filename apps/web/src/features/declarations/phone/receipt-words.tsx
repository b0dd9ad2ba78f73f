import { useT } from '../../../ui/phone/words.ts'
import { lineReceipts } from './line-receipts.ts'
import { useWizard } from './use-wizard.ts'

/** "2 reçus ajoutés", "Reçu sur papier", "Pas de reçu". */
export function ReceiptWords({ line }: { line: { id: string; noReceiptReason: string } }) {
  const t = useT()
  const { state } = useWizard()
  const receipts = lineReceipts(state, line.id)
  if (receipts.some((receipt) => receipt.isRefused)) return <>{t('declarationsReceipt.refused')}</>
  if (receipts.length > 0) return <>{t('declarationsReceipt.added', { count: receipts.length })}</>
  const isOnPaper = line.noReceiptReason === 'on_paper'
  return <>{t(isOnPaper ? 'declarationsReceipt.onPaper' : 'declarationsReceipt.missing')}</>
}
