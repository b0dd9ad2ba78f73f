import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from 'wouter'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import { DeadlineFilters } from './deadline-filters.tsx'
import { DeadlinesTable } from './deadlines-table.tsx'
import { clockQueries } from './queries.ts'
import { DEADLINE_VIEWS, type DeadlineView, useDeadlineFilter } from './use-deadline-filter.ts'

/** Who reaches what in the next 120 days, and why. */
export function DeadlinesPage() {
  const t = useT()
  const filter = useDeadlineFilter()
  const list = useInfiniteQuery(clockQueries.deadlines(filter))
  const lines = list.data?.pages.flatMap((page) => page.deadlines) ?? []
  const isFiltered = filter.kind !== undefined || filter.adviser !== undefined
  return (
    <>
      <PageHeader title={t('deadlines.title')} subtitle={t('deadlines.intro')} />
      <ViewLinks current={filter.view} />
      <DeadlineFilters filter={filter} />
      {list.error && <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      <div aria-busy={list.isPlaceholderData}>
        {list.data && lines.length === 0 && (
          <EmptyState
            kind={isFiltered ? 'filtered' : 'done'}
            title={t(isFiltered ? 'deadlines.empty.filtered' : `deadlines.empty.${filter.view}`)}
          />
        )}
        {lines.length > 0 && <DeadlinesTable lines={lines} />}
        {list.hasNextPage && (
          <div className="list-more">
            <Button
              variant="default"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('deadlines.table.more')}
            </Button>
          </div>
        )}
      </div>
    </>
  )
}

function ViewLinks({ current }: { current: DeadlineView }) {
  const t = useT()
  const search = useSearch()
  const href = (view: DeadlineView) => {
    const params = new URLSearchParams(search)
    if (view === 'coming') params.delete('vue')
    else params.set('vue', view)
    return params.size === 0 ? '/gestion/echeances' : `/gestion/echeances?${params}`
  }
  return (
    <nav className="view-links" aria-label={t('deadlines.view.label')}>
      {DEADLINE_VIEWS.map((view) => (
        <Link key={view} href={href(view)} aria-current={view === current ? 'page' : undefined}>
          {t(`deadlines.view.${view}`)}
        </Link>
      ))}
    </nav>
  )
}
