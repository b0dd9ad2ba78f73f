import { useQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { useT } from '../../ui/staff/words.ts'
import { homeQueries, type QueueItem } from './queries.ts'

/** Until when and why it is aside, and who has it. */
export function MarkNotes({ item }: { item: QueueItem }) {
  const t = useT()
  const locale = useLocale()
  const { snoozed, assignee, referentName } = item
  const notes = [
    ...(assignee === null ? [] : [t('home.note.assigned', { name: assignee.name })]),
    ...(assignee !== null || referentName === null
      ? []
      : [t('home.note.referent', { name: referentName })]),
    ...(snoozed === null
      ? []
      : [
          t('home.note.snoozed', {
            date: formatDate(snoozed.until, locale),
            reason: snoozed.reason,
          }),
        ]),
  ]
  return notes.length === 0 ? null : <p className="work-notes">{notes.join(' ')}</p>
}

/** Everything noted about one thing, newest first. */
export function MarkHistory({ item }: { item: QueueItem }) {
  const t = useT()
  const locale = useLocale()
  const { data: marks = [] } = useQuery(homeQueries.marks(item))
  if (marks.length === 0) return null
  return (
    <section aria-labelledby="work-history">
      <h3 id="work-history">{t('home.history.title')}</h3>
      <ul className="work-history">
        {marks.map((mark) => (
          <li key={`${mark.mark} ${mark.setAt}`}>
            {mark.mark === 'snoozed'
              ? t('home.history.snoozed', {
                  name: mark.setBy,
                  at: formatInstant(mark.setAt, locale),
                  until: mark.untilOn === null ? '' : formatDate(mark.untilOn, locale),
                  reason: mark.reason ?? '',
                })
              : t('home.history.assigned', {
                  name: mark.setBy,
                  at: formatInstant(mark.setAt, locale),
                  to: mark.assigneeName ?? '',
                })}
            {mark.endedAt !== null &&
              ` ${t('home.history.ended', { name: mark.endedBy, at: formatInstant(mark.endedAt, locale) })}`}
          </li>
        ))}
      </ul>
    </section>
  )
}
