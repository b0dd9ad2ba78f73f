import { useQuery } from '@tanstack/react-query'
import { formatFinancialYear } from '@terreau/i18n/financial-year'
import { Link } from 'wouter'
import { firstUpper } from '../../../lib/first-upper.ts'
import { formatInstant } from '../../../lib/instant.ts'
import { useLocale } from '../../../lib/locale.ts'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { EmptyState } from '../../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../../ui/staff/error-block.tsx'
import { Loading } from '../../../ui/staff/loading.tsx'
import { PageHeader } from '../../../ui/staff/page-header.tsx'
import { StatusBadge, type StatusLook } from '../../../ui/staff/status-badge.tsx'
import { useT } from '../../../ui/staff/words.ts'
import { sharedServicesQueries, type Year } from './queries.ts'

const LOOKS: Readonly<Record<Year['state'], StatusLook>> = {
  running: 'neutral',
  'month-open': 'info',
  'to-give': 'attention',
  given: 'success',
  correcting: 'info',
}

/** Each financial year, and where the account of its shared services stands (C. trav. R7331-9). */
export function SharedServicesYearsPage() {
  const t = useT()
  const { data, error, refetch } = useQuery(sharedServicesQueries.years())
  return (
    <>
      <PageHeader
        title={t('sharedServices.list.title')}
        subtitle={t('sharedServices.list.hint')}
        back={{ href: '/gestion/comptes', label: t('sharedServices.back') }}
      />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data?.length === 0 && <EmptyState kind="first" title={t('sharedServices.list.empty')} />}
      {data && data.length > 0 && <YearsTable years={data} />}
    </>
  )
}

function YearsTable({ years }: { years: readonly Year[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<Year>[] = [
    {
      key: 'year',
      header: t('sharedServices.list.year'),
      cell: (year) => (
        <Link href={`/gestion/comptes/services-communs/${year.firstMonth}`}>
          {firstUpper(formatFinancialYear(year, locale))}
        </Link>
      ),
    },
    {
      key: 'state',
      header: t('sharedServices.list.state'),
      cell: ({ state }) => (
        <StatusBadge look={LOOKS[state]}>{t(`sharedServices.list.${state}`)}</StatusBadge>
      ),
    },
    {
      key: 'version',
      header: t('sharedServices.list.version'),
      cell: ({ version, givenAt }) =>
        version === null || givenAt === null
          ? t('sharedServices.list.none')
          : t('sharedServices.list.givenOn', {
              version,
              date: formatInstant(givenAt, locale),
            }),
    },
  ]
  return (
    <DataTable
      caption={t('sharedServices.list.caption')}
      columns={columns}
      rows={years}
      rowKey={(year) => year.firstMonth}
    />
  )
}
