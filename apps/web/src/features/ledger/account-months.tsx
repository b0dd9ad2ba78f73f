import { formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { apiUrl } from '../../lib/api.ts'
import { firstUpper } from '../../lib/first-upper.ts'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { AccountMonth, StaffAccount } from './queries.ts'

/** Each month in a few figures, with its statement once it is drawn. */
export function AccountMonths({ account }: { account: StaffAccount }) {
  const t = useT()
  const locale = useLocale()
  const { activityId } = account
  const money = (key: string, header: string, cents: (m: AccountMonth) => string) => ({
    key,
    header,
    cell: (m: AccountMonth) => <MoneyText cents={cents(m)} />,
    isNumeric: true,
  })
  const columns: Column<AccountMonth>[] = [
    {
      key: 'month',
      header: t('ledger.account.month'),
      cell: (m) => (
        <Link href={`/gestion/comptes/${activityId}?mois=${m.month}`}>
          {firstUpper(formatMonth(m.month, locale))}
        </Link>
      ),
    },
    money('revenue', t('ledger.account.revenue'), (m) => m.revenueCents),
    money('costs', t('ledger.account.costs'), (m) =>
      (BigInt(m.productionPurchaseCents) + BigInt(m.otherExpenseCents)).toString(),
    ),
    money('contribution', t('ledger.account.contribution'), (m) => m.contributionCents),
    money('accidentCover', t('ledger.account.accidentCover'), (m) => m.accidentCoverCents),
    money('pay', t('ledger.account.pay'), (m) => m.payCents),
    money('movement', t('ledger.account.movement'), (m) => m.movementCents),
    money('balance', t('ledger.account.balanceAfter'), (m) => m.balanceCents),
    {
      key: 'state',
      header: t('ledger.account.state'),
      cell: (m) => (
        <StatusBadge look={m.isClosed ? 'success' : 'neutral'}>
          {t(m.isClosed ? 'ledger.account.closed' : 'ledger.account.open')}
        </StatusBadge>
      ),
    },
    {
      key: 'statement',
      header: t('ledger.account.statement'),
      cell: (m) => m.hasStatement && <StatementLink activityId={activityId} month={m.month} />,
    },
  ]
  return (
    <DataTable
      caption={t('ledger.account.monthsCaption')}
      columns={columns}
      rows={account.months}
      rowKey={(m) => m.month}
    />
  )
}

function StatementLink({ activityId, month }: { activityId: string; month: string }) {
  const t = useT()
  const locale = useLocale()
  const params = { activityId, month }
  return (
    <a
      href={apiUrl('GET /activities/:activityId/statements/:month', { params })}
      aria-label={t('ledger.account.statementOf', { month: formatMonth(month, locale) })}
    >
      {t('ledger.account.statement')}
    </a>
  )
}
