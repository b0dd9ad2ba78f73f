import { useQuery } from '@tanstack/react-query'
import { formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { firstUpper } from '../../lib/first-upper.ts'
import { formatInstant } from '../../lib/instant.ts'
import { useLocale } from '../../lib/locale.ts'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { StatusBadge, type StatusLook } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import { type ClosingMonth, closingQueries } from './queries.ts'

const LOOKS: Readonly<Record<ClosingMonth['state'], StatusLook>> = {
  closed: 'success',
  next: 'attention',
  later: 'neutral',
}

/** The months kept here: closed, to close now, later. */
export function MonthsPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(closingQueries.list())
  return (
    <>
      <PageHeader title={t('closing.title')} subtitle={t('closing.subtitle')} />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data?.length === 0 && (
        <EmptyState kind="first" title={t('closing.months.first')}>
          <p>{t('closing.months.firstHint')}</p>
        </EmptyState>
      )}
      {data && data.length > 0 && <MonthsTable months={data} />}
    </>
  )
}

function MonthsTable({ months }: { months: readonly ClosingMonth[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<ClosingMonth>[] = [
    {
      key: 'month',
      header: t('closing.months.month'),
      cell: (m) => (
        <Link href={`/gestion/cloture/${m.month}`}>{firstUpper(formatMonth(m.month, locale))}</Link>
      ),
    },
    {
      key: 'state',
      header: t('closing.months.state'),
      cell: (m) => <StatusBadge look={LOOKS[m.state]}>{t(`closing.state.${m.state}`)}</StatusBadge>,
    },
    {
      key: 'accepted',
      header: t('closing.months.accepted'),
      cell: (m) => m.accepted,
      isNumeric: true,
    },
    {
      key: 'closedAt',
      header: t('closing.months.closedAt'),
      cell: (m) =>
        m.closedAt === null ? t('closing.months.notYet') : formatInstant(m.closedAt, locale),
    },
    { key: 'closedBy', header: t('closing.months.closedBy'), cell: (m) => m.closedByName },
  ]
  return (
    <DataTable
      caption={t('closing.months.caption')}
      columns={columns}
      rows={months}
      rowKey={(m) => m.month}
    />
  )
}
