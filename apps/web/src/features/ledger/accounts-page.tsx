import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { foldForSearch } from '@terreau/domain/names/normalise'
import { formatCents } from '@terreau/i18n/format'
import { Link, useSearchParams } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { useAddressFilter } from '../../lib/use-address-filter.ts'
import { EmptyState } from '../../ui/staff/empty-state.tsx'
import { ErrorBlock } from '../../ui/staff/error-block.tsx'
import { TextField } from '../../ui/staff/fields.tsx'
import { Loading } from '../../ui/staff/loading.tsx'
import { PageHeader } from '../../ui/staff/page-header.tsx'
import { Pager } from '../../ui/staff/pager.tsx'
import { useT } from '../../ui/staff/words.ts'
import { AccountsTable } from './accounts-table.tsx'
import { type AccountRow, ledgerQueries } from './queries.ts'

const PAGE_SIZE = 100

/** What each activity has now, found by name. */
export function AccountsPage() {
  const t = useT()
  const locale = useLocale()
  const [params] = useSearchParams()
  const { data, error, refetch } = useQuery(ledgerQueries.accounts())
  const found = data?.filter(isNamed(params.get('nom') ?? '')) ?? []
  const total = found.reduce((sum, row) => sum + BigInt(row.balanceCents), 0n)
  const page = Math.max(1, Number.parseInt(params.get('page') ?? '1', 10) || 1)
  return (
    <>
      <PageHeader
        title={t('ledger.accounts.title')}
        subtitle={
          data &&
          t('ledger.accounts.count', { count: found.length, total: formatCents(total, locale) })
        }
        actions={
          <>
            <Button component={Link} href="/gestion/comptes/services-communs" variant="default">
              {t('sharedServices.link')}
            </Button>
            <Button component={Link} href="/gestion/comptes/journal" variant="default">
              {t('ledger.accounts.journal')}
            </Button>
          </>
        }
      />
      <NameFilter />
      {error && <ErrorBlock error={error} onRetry={() => void refetch()} />}
      {data === undefined && !error && <Loading />}
      {data?.length === 0 && (
        <EmptyState kind="first" title={t('ledger.accounts.first')}>
          <p>{t('ledger.accounts.firstHint')}</p>
        </EmptyState>
      )}
      {data && data.length > 0 && found.length === 0 && (
        <EmptyState kind="filtered" title={t('ledger.accounts.filtered')} />
      )}
      {found.length > 0 && (
        <>
          <AccountsTable rows={found.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)} />
          <Pager page={page} pageSize={PAGE_SIZE} total={found.length} />
        </>
      )}
    </>
  )
}

function NameFilter() {
  const t = useT()
  const [params] = useSearchParams()
  const filter = useAddressFilter()('nom')
  return (
    <search className="account-filter">
      <TextField
        name="nom"
        label={t('ledger.accounts.filter')}
        hint={t('ledger.accounts.filterHint')}
        value={params.get('nom') ?? ''}
        onChange={filter}
      />
    </search>
  )
}

function isNamed(text: string): (row: AccountRow) => boolean {
  const wanted = foldForSearch(text)
  return (row) =>
    foldForSearch(`${row.personName} ${row.activityName} ${row.personReference}`).includes(wanted)
}
