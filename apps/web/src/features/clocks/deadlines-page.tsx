import { useInfiniteQuery } from '@tanstack/react-query'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { MoreRows } from '../../ui/staff/more-rows.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { ViewLinks } from '../../ui/staff/view-links.tsx'
import { useT } from '../../ui/staff/words.ts'
import { DeadlineFilters } from './deadline-filters.tsx'
import { DeadlinesTable } from './deadlines-table.tsx'
import { clockQueries } from './queries.ts'
import { DEADLINE_VIEWS, useDeadlineFilter } from './use-deadline-filter.ts'

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
      <ViewLinks
        label={t('deadlines.view.label')}
        views={DEADLINE_VIEWS}
        current={filter.view}
        nameOf={(name) => t(`deadlines.view.${name}`)}
      />
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
        <MoreRows list={list} label={t('deadlines.table.more')} />
      </div>
    </>
  )
}
