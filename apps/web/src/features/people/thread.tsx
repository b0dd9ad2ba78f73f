import { useInfiniteQuery } from '@tanstack/react-query'
import { formatDate } from '@terreau/i18n/format'
import { useState } from 'react'
import { firstUpper } from '../../lib/first-upper.ts'
import { useLocale } from '../../lib/locale.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { SelectField } from '../../ui/staff/fields.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { MoreRows } from '../../ui/staff/more-rows.tsx'
import { useT } from '../../ui/staff/words.ts'
import { type PersonFile, peopleQueries, type Subject, type TimelineEvent } from './queries.ts'
import { ThreadEvent } from './thread-event.tsx'

const SUBJECTS: readonly Subject[] = [
  'file',
  'contracts',
  'declarations',
  'account',
  'papers',
  'tutoring',
]

/** What happened, newest first, day by day. */
export function Thread({ file }: { file: PersonFile }) {
  const t = useT()
  const locale = useLocale()
  const [about, setAbout] = useState<Subject | undefined>(undefined)
  const thread = useInfiniteQuery(peopleQueries.thread(file.id, about))
  const events = thread.data?.pages.flatMap((page) => page.events) ?? []
  return (
    <>
      <div className="timeline-filter">
        <SelectField
          name="about"
          label={t('people.thread.filter')}
          value={about ?? 'all'}
          onChange={(text) => setAbout(SUBJECTS.find((name) => name === text))}
          options={(['all', ...SUBJECTS] as const).map((name) => ({
            value: name,
            label: t(`people.thread.about.${name}`),
          }))}
        />
      </div>
      {thread.error && <ErrorBlock error={thread.error} onRetry={() => void thread.refetch()} />}
      {thread.isPending && <Loading />}
      {thread.data && events.length === 0 && (
        <EmptyState
          kind="first"
          title={t(about ? 'people.thread.emptyFiltered' : 'people.thread.empty')}
        />
      )}
      {byDay(events).map(([day, ofDay]) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <h2 className="timeline-day" id={`day-${day}`}>
            {firstUpper(formatDate(day, locale, 'weekday'))}
          </h2>
          <ul className="timeline">
            {ofDay.map((event) => (
              <ThreadEvent key={event.id} event={event} />
            ))}
          </ul>
        </section>
      ))}
      <MoreRows list={thread} label={t('people.thread.more')} />
    </>
  )
}

/** Events already come newest first, so days do too. */
function byDay(events: readonly TimelineEvent[]): [string, TimelineEvent[]][] {
  const days = new Map<string, TimelineEvent[]>()
  for (const event of events) days.set(event.day, [...(days.get(event.day) ?? []), event])
  return [...days]
}
