import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'wouter'
import { formatInstant } from '../../../lib/instant.ts'
import { useLocale } from '../../../lib/locale.ts'
import { useCan } from '../../../lib/session.ts'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { EmptyState } from '../../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { type BatchRow, batchQueries } from './queries.ts'

const LIST = '/gestion/attestations/lots'

/** Every batch, the newest first. */
export function BatchesPage() {
  const t = useT()
  const mayIssue = useCan('attestation.issue')
  const [params] = useSearchParams()
  const before = params.get('avant') ?? ''
  const { data, error, refetch } = useQuery(batchQueries.list(before))
  return (
    <>
      <PageHeader
        title={t('attestations.batch.listTitle')}
        back={{ href: '/gestion/attestations', label: t('attestations.detail.back') }}
        actions={
          mayIssue && (
            <Button component={Link} href={`${LIST}/nouveau`}>
              {t('attestations.batch.newAction')}
            </Button>
          )
        }
      />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data?.batches.length === 0 && (
        <EmptyState kind="first" title={t('attestations.batch.empty')}>
          <p>{t('attestations.batch.emptyHint')}</p>
        </EmptyState>
      )}
      {data && data.batches.length > 0 && <Batches rows={data.batches} />}
      {data && (before !== '' || data.next !== null) && (
        <nav className="pager" aria-label={t('staffFrame.list.pages')}>
          {before !== '' && <Link href={LIST}>{t('attestations.table.newest')}</Link>}
          {data.next !== null && (
            <Link href={`${LIST}?avant=${data.next}`}>{t('attestations.table.older')}</Link>
          )}
        </nav>
      )}
    </>
  )
}

function Batches({ rows }: { rows: readonly BatchRow[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<BatchRow>[] = [
    {
      key: 'createdAt',
      header: t('attestations.batch.column.startedAt'),
      isRowHeader: true,
      cell: ({ id, createdAt }) => (
        <Link href={`${LIST}/${id}`}>{formatInstant(createdAt, locale)}</Link>
      ),
    },
    {
      key: 'kind',
      header: t('attestations.table.kind'),
      cell: ({ kind }) => t(`attestations.kind.${kind}`),
    },
    {
      key: 'counts',
      header: t('attestations.batch.column.progress'),
      cell: ({ counts }) => t('attestations.batch.progress', counts),
    },
    {
      key: 'createdBy',
      header: t('attestations.batch.column.startedBy'),
      cell: ({ createdBy }) => createdBy,
    },
  ]
  return (
    <DataTable
      caption={t('attestations.batch.listCaption')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
    />
  )
}
