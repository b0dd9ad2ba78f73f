import { changeBp, isLargeChange } from '@terreau/domain/closing/change'
import { centsFromString } from '@terreau/domain/money/cents'
import { formatRateBp } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'

const WHOLE_PERCENT = 100n

/** "+25 %", to the whole percent; a large change has its own shape. */
export function ChangeText({ before, now }: { before: string; now: string }) {
  const t = useT()
  const locale = useLocale()
  const from = centsFromString(before)
  const to = centsFromString(now)
  const change = changeBp(from, to)
  if (change === null)
    return to === 0n ? null : <StatusBadge look="attention">{t('closing.preview.new')}</StatusBadge>
  const whole = (change / WHOLE_PERCENT) * WHOLE_PERCENT
  const text = `${whole > 0n ? '+' : ''}${formatRateBp(whole, locale)}`
  return isLargeChange(from, to) ? <StatusBadge look="attention">{text}</StatusBadge> : text
}
