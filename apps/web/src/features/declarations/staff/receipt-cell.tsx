import { Button } from '@mantine/core'
import { StatusBadge } from '../../../ui/staff/status-badge.tsx'
import { useT } from '../../../ui/staff/words.ts'

interface ReceiptCellProps {
  line: {
    receiptState: 'attached' | 'on_paper' | 'missing' | 'not_required'
    noReceiptReason: string
  }
  n: number
  onShow: () => void
}

const REASONS = ['lost', 'never_given', 'on_paper'] as const
const LOOKS = {
  attached: 'success',
  on_paper: 'info',
  missing: 'attention',
  not_required: 'neutral',
} as const

/** Added (and then one touch away), promised, missing with its reason, or not required. */
export function ReceiptCell({ line, n, onShow }: ReceiptCellProps) {
  const t = useT()
  const reason = REASONS.find((one) => one === line.noReceiptReason)
  if (line.receiptState === 'attached') {
    return (
      <Button variant="default" size="compact-sm" onClick={onShow}>
        {t('review.detail.receiptState.attached')}
        <span className="visually-hidden"> {t('review.detail.seeReceipt', { n })}</span>
      </Button>
    )
  }
  return (
    <>
      <StatusBadge look={LOOKS[line.receiptState]}>
        {t(`review.detail.receiptState.${line.receiptState}`)}
      </StatusBadge>
      {line.receiptState === 'missing' && reason !== undefined && (
        <span className="dimmed detail">{t(`review.detail.reason.${reason}`)}</span>
      )}
    </>
  )
}
