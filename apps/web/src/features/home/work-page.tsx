import { useQuery } from '@tanstack/react-query'
import { RANKED_CONSEQUENCES } from '@terreau/domain/work/ranking'
import { WORK_KINDS, WORK_TOPICS } from '@terreau/domain/work/work-kinds'
import { formatDate, formatMonth } from '@terreau/i18n/format'
import { Link, useSearchParams } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { homeQueries, type Queue } from './queries.ts'
import { WorkGroups } from './work-groups.tsx'
import { WorkSummary } from './work-summary.tsx'

const WORK_FILTERS = ['all', ...WORK_TOPICS] as const
type WorkFilter = (typeof WORK_FILTERS)[number]

/** What waits for staff, most pressing first. A row leaves when the thing is done, never by hand. */
export function WorkPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(homeQueries.queue())
  return (
    <>
      <PageHeader title={t('home.title')} subtitle={data && <WorkSummary queue={data} />} />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data?.items.length === 0 && <NothingToDo queue={data} />}
      {data && data.items.length > 0 && <Work queue={data} />}
    </>
  )
}

function Work({ queue }: { queue: Queue }) {
  const t = useT()
  const [params] = useSearchParams()
  const filter = WORK_FILTERS.find((name) => name === params.get('type')) ?? 'all'
  const items = queue.items.filter(
    (item) => filter === 'all' || WORK_KINDS[item.kind].topic === filter,
  )
  return (
    <>
      <FilterLinks current={filter} />
      {items.length === 0 && <EmptyState kind="filtered" title={t('home.empty.filtered')} />}
      <WorkGroups items={items} today={queue.today} />
      {queue.total > queue.items.length && (
        <p>{t('home.shown', { shown: queue.items.length, total: queue.total })}</p>
      )}
      <p className="dimmed">
        {t('home.ranking')} {t('home.rankingOrder')}{' '}
        {RANKED_CONSEQUENCES.map((name) => t(`home.consequence.${name}`)).join(' → ')}
      </p>
      <p className="dimmed">{t('home.keys')}</p>
    </>
  )
}

function FilterLinks({ current }: { current: WorkFilter }) {
  const t = useT()
  return (
    <nav className="view-links" aria-label={t('home.filter.label')}>
      {WORK_FILTERS.map((filter) => (
        <Link
          key={filter}
          href={filter === 'all' ? '/gestion' : `/gestion?type=${filter}`}
          aria-current={filter === current ? 'page' : undefined}
        >
          {t(`home.filter.${filter}`)}
        </Link>
      ))}
    </nav>
  )
}

function NothingToDo({ queue }: { queue: Queue }) {
  const t = useT()
  const locale = useLocale()
  return (
    <EmptyState kind="done" title={t('home.empty.done')}>
      <p>
        {t('home.empty.doneHint', {
          month: formatMonth(queue.openMonth, locale),
          date: formatDate(queue.deadlineOn, locale),
        })}
      </p>
    </EmptyState>
  )
}
