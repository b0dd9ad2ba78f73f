import { formatDate } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { useT } from './words.ts'

/** A day, and how far it is from today. */
export function Countdown({ on, daysLeft }: { on: string; daysLeft: number }) {
  const t = useT()
  const locale = useLocale()
  const left =
    daysLeft === 0
      ? t('deadlines.left.today')
      : daysLeft > 0
        ? t('deadlines.left.future', { count: daysLeft })
        : t('deadlines.left.past', { count: -daysLeft })
  return (
    <div className="countdown">
      {formatDate(on, locale, 'short')}
      <div className="dimmed">{left}</div>
    </div>
  )
}
