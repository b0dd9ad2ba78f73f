import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'wouter'
import { useCan } from '../../lib/session.ts'
import { useAddressFilter } from '../../lib/use-address-filter.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { MoreRows } from '../../ui/staff/more-rows.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useDebounced } from '../../ui/staff/use-debounced.ts'
import { ViewLinks } from '../../ui/staff/view-links.tsx'
import { useT } from '../../ui/staff/words.ts'
import { ContractsTable } from './contracts-table.tsx'
import { contractQueries } from './queries.ts'
import { SurveyFigures } from './surveys/survey-figures.tsx'

const VIEWS = ['all', 'to-sign', 'to-countersign', 'active', 'ending', 'ended'] as const
type View = (typeof VIEWS)[number]

/** Contracts by what they wait for. */
export function ContractsPage() {
  const t = useT()
  const mayReadRegister = useCan('staff-register.read')
  const [params] = useSearchParams()
  const view: View = VIEWS.find((name) => name === params.get('vue')) ?? 'all'
  const search = useDebounced(params.get('q') ?? '', 150)
  const list = useInfiniteQuery(contractQueries.list({ view, search }))
  const contracts = list.data?.pages.flatMap((page) => page.contracts) ?? []
  const [first] = list.data?.pages ?? []
  const type = useAddressFilter()('q')
  return (
    <>
      <PageHeader
        title={t('contracts.title')}
        subtitle={first && t('contracts.count', { count: first.total ?? 0 })}
      />
      {mayReadRegister && (
        <p>
          <Link href="/gestion/contrats/registre">{t('staffRegister.open')}</Link>
        </p>
      )}
      <ViewLinks
        label={t('contracts.view.label')}
        views={VIEWS}
        current={view}
        nameOf={(name) => t(`contracts.view.${name}`)}
      />
      {view === 'ended' && <SurveyFigures />}
      <search className="people-search">
        <TextField
          name="search"
          label={t('contracts.search.label')}
          hint={t('contracts.search.hint')}
          value={params.get('q') ?? ''}
          onChange={type}
        />
      </search>
      {list.error && <ErrorBlock error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading />}
      <div aria-busy={list.isPlaceholderData}>
        {first && contracts.length === 0 && <Empty view={view} isSearching={search !== ''} />}
        {contracts.length > 0 && <ContractsTable contracts={contracts} />}
        <MoreRows list={list} label={t('contracts.table.more')} />
      </div>
    </>
  )
}

function Empty({ view, isSearching }: { view: View; isSearching: boolean }) {
  const t = useT()
  if (isSearching) return <EmptyState kind="filtered" title={t('contracts.empty.filtered')} />
  if (view !== 'all') return <EmptyState kind="done" title={t(`contracts.empty.${view}`)} />
  return (
    <EmptyState
      kind="first"
      title={t('contracts.empty.first')}
      action={<Link href="/gestion/personnes">{t('contracts.empty.people')}</Link>}
    />
  )
}
