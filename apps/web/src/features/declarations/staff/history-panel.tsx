import { formatInstant } from '../../../lib/instant.ts'
import { useLocale } from '../../../lib/locale.ts'
import type { StaffKey } from '../../../lib/routes.ts'
import { useT } from '../../../ui/staff/words.ts'
import type { Reviewed } from './queries.ts'

const WORDS: Readonly<Record<string, StaffKey>> = {
  'declaration.submitted': 'review.event.submitted',
  'declaration.withdrawn': 'review.event.withdrawn',
  'declaration.accepted': 'review.event.accepted',
  'declaration.acceptance-undone': 'review.event.undone',
  'declaration.corrected': 'review.event.corrected',
  'declaration.returned': 'review.event.returned',
  'declaration.return-undone': 'review.event.returnUndone',
  'declaration.recap-answered': 'review.event.recap',
  'receipt.added': 'review.event.receipt',
  'bank-credit.noted': 'review.event.bank',
  'bank-credit.withdrawn': 'review.event.bankWithdrawn',
}

/** Who did what, when, and why. */
export function HistoryPanel({ events }: { events: Reviewed['events'] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <section className="history" aria-labelledby="history-title">
      <h3 id="history-title">{t('review.detail.history')}</h3>
      <ul>
        {events.map((event) => {
          const key = WORDS[event.action]
          return (
            <li key={`${event.at}${event.action}`}>
              {key === undefined ? event.action : t(key)}
              <span className="dimmed">
                {' · '}
                {[event.by, formatInstant(event.at, locale), event.reason]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
