import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'wouter'
import { useCan } from '../../lib/session.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { useT } from '../../ui/staff/words.ts'
import './attestations.css'
import { AttestationsSearch } from './attestations-search.tsx'
import { AttestationsTable } from './attestations-table.tsx'
import { attestationQueries } from './queries.ts'

const LIST = '/gestion/attestations'

/** Every certificate of the cooperative. The address holds the view, the search and the place in the list. */
export function AttestationsPage() {
  const t = useT()
  const mayIssue = useCan('attestation.issue')
  const [params] = useSearchParams()
  const isMonth = params.get('vue') === 'mois'
  const q = params.get('q') ?? ''
  const before = params.get('avant') ?? ''
  const filter = {
    view: isMonth ? 'this-month' : 'all',
    ...(q === '' ? {} : { q }),
    ...(before === '' ? {} : { before }),
  } as const
  const { data, error, refetch } = useQuery(attestationQueries.list(filter))
  const isFiltered = isMonth || q !== ''
  return (
    <>
      <PageHeader
        title={t('attestations.title')}
        subtitle={data && t('attestations.count', { count: data.total })}
        actions={
          <>
            <Button component={Link} href={`${LIST}/lots`} variant="default">
              {t('attestations.batch.listTitle')}
            </Button>
            {mayIssue && (
              <Button component={Link} href={`${LIST}/emettre`}>
                {t('attestations.issueAction')}
              </Button>
            )}
          </>
        }
      />
      <ViewLinks isMonth={isMonth} />
      <AttestationsSearch key={q} shown={q} />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data && data.attestations.length > 0 && <AttestationsTable rows={data.attestations} />}
      {data?.attestations.length === 0 && <Empty isFiltered={isFiltered} />}
      {data && <Pages next={data.next} isFirst={before === ''} />}
    </>
  )
}

function ViewLinks({ isMonth }: { isMonth: boolean }) {
  const t = useT()
  return (
    <nav className="view-links" aria-label={t('attestations.view.label')}>
      <Link href={LIST} aria-current={isMonth ? undefined : 'page'}>
        {t('attestations.view.all')}
      </Link>
      <Link href={`${LIST}?vue=mois`} aria-current={isMonth ? 'page' : undefined}>
        {t('attestations.view.month')}
      </Link>
    </nav>
  )
}

function Empty({ isFiltered }: { isFiltered: boolean }) {
  const t = useT()
  if (isFiltered) return <EmptyState kind="filtered" title={t('attestations.empty.filtered')} />
  return (
    <EmptyState kind="first" title={t('attestations.empty.first')}>
      <p>{t('attestations.empty.firstHint')}</p>
    </EmptyState>
  )
}

function Pages({ next, isFirst }: { next: string | null; isFirst: boolean }) {
  const t = useT()
  const [params] = useSearchParams()
  if (next === null && isFirst) return null
  const href = (before: string | null) => {
    const target = new URLSearchParams(params)
    if (before === null) target.delete('avant')
    else target.set('avant', before)
    return target.size === 0 ? LIST : `${LIST}?${target}`
  }
  return (
    <nav className="pager" aria-label={t('staffFrame.list.pages')}>
      {!isFirst && <Link href={href(null)}>{t('attestations.table.newest')}</Link>}
      {next !== null && <Link href={href(next)}>{t('attestations.table.older')}</Link>}
    </nav>
  )
}
