import { formatDate, formatMonth } from '@terreau/i18n/format'
import { firstUpper } from '../../lib/first-upper.ts'
import { useLocale } from '../../lib/locale.ts'
import { useT } from '../../ui/staff/words.ts'
import type { Queue } from './queries.ts'

/** "Vendredi 6 novembre 2026. 14 choses à faire. 3 bloquent la clôture (octobre 2026)." */
export function WorkSummary({ queue }: { queue: Queue }) {
  const t = useT()
  const locale = useLocale()
  const { today, openMonth, deadlineOn, total, blocking } = queue
  const month = formatMonth(openMonth, locale)
  const sentences = [
    t('home.today', { day: firstUpper(formatDate(today, locale, 'weekday')) }),
    ...(total > 0 ? [t(queue.isMore ? 'home.countMore' : 'home.count', { count: total })] : []),
    ...(blocking > 0 ? [t('home.blocking', { count: blocking, month })] : []),
    t(today <= deadlineOn ? 'home.deadlineToCome' : 'home.deadlinePast', {
      month,
      date: formatDate(deadlineOn, locale),
    }),
  ]
  return <p>{sentences.join(' ')}</p>
}
