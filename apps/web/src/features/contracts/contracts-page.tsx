import { Button } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch, useSearchParams } from 'wouter'
import { useCan } from '../../lib/session.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useDebounced } from '../../ui/staff/use-debounced.ts'
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
  const [params, setParams] = useSearchParams()
  const view: View = VIEWS.find((name) => name === params.get('vue')) ?? 'all'
  const search = useDebounced(params.get('q') ?? '', 150)
  const list = useInfiniteQuery(contractQueries.list({ view, search }))
  const contracts = list.data?.pages.flatMap((page) => page.contracts) ?? []
  const [first] = list.data?.pages ?? []
  const type = (text: string) => {
    const withText = (current: URLSearchParams) => {
      if (text === '') current.delete('q')
      else current.set('q', text)
      return current
    }
    setParams(withText, { replace: true })
  }
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
      <ViewLinks current={view} />
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
        {list.hasNextPage && (
          <div className="list-more">
            <Button
              variant="default"
              loading={list.isFetchingNextPage}
              onClick={() => void list.fetchNextPage()}
            >
              {t('contracts.table.more')}
            </Button>
          </div>
        )}
      </div>
    </>
  )
}

function ViewLinks({ current }: { current: View }) {
  const t = useT()
  const search = useSearch()
  const href = (view: View) => {
    const params = new URLSearchParams(search)
    if (view === 'all') params.delete('vue')
    else params.set('vue', view)
    return params.size === 0 ? '/gestion/contrats' : `/gestion/contrats?${params}`
  }
  return (
    <nav className="view-links" aria-label={t('contracts.view.label')}>
      {VIEWS.map((view) => (
        <Link key={view} href={href(view)} aria-current={view === current ? 'page' : undefined}>
          {t(`contracts.view.${view}`)}
        </Link>
      ))}
    </nav>
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
