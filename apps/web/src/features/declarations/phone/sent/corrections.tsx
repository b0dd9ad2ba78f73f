import { formatDate } from '@terreau/i18n/format'
import { useLocale } from '../../../../lib/locale.ts'
import { dayInZone } from '../../../../lib/today.ts'
import { Notice } from '../../../../ui/phone/card.tsx'
import { useT } from '../../../../ui/phone/words.ts'
import type { MonthView } from '../queries.ts'

/** What staff changed, by whom and why: nobody learns it from the account. */
export function Corrections({ events }: { events: MonthView['events'] }) {
  const t = useT()
  const locale = useLocale()
  const corrections = events.filter((event) => event.action === 'declaration.corrected')
  return corrections.map((event) => (
    <Notice key={event.at} look="info">
      <p>
        {t('declarationsSent.event.corrected', {
          name: event.by,
          date: formatDate(dayInZone(event.at), locale),
        })}
      </p>
      <p>{t('declarationsSent.event.reason', { reason: event.reason })}</p>
    </Notice>
  ))
}
