import { formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { AccountRow } from './queries.ts'

export function AccountsTable({ rows }: { rows: readonly AccountRow[] }) {
  const t = useT()
  const locale = useLocale()
  const columns: Column<AccountRow>[] = [
    {
      key: 'person',
      header: t('ledger.accounts.person'),
      cell: (row) => <Link href={`/gestion/comptes/${row.activityId}`}>{row.personName}</Link>,
      sortBy: (row) => row.personName,
    },
    {
      key: 'reference',
      header: t('ledger.accounts.reference'),
      cell: (row) => row.personReference,
      sortBy: (row) => row.personReference,
    },
    {
      key: 'activity',
      header: t('ledger.accounts.activity'),
      cell: (row) => row.activityName,
      sortBy: (row) => row.activityName,
    },
    {
      key: 'lastMonth',
      header: t('ledger.accounts.lastMonth'),
      cell: (row) =>
        row.lastMonth === null ? t('ledger.accounts.none') : formatMonth(row.lastMonth, locale),
      sortBy: (row) => row.lastMonth,
    },
    {
      key: 'balance',
      header: t('ledger.accounts.balance'),
      cell: (row) => <MoneyText cents={row.balanceCents} />,
      isNumeric: true,
      sortBy: (row) => BigInt(row.balanceCents),
    },
  ]
  return (
    <DataTable
      caption={t('ledger.accounts.caption')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.activityId}
    />
  )
}
