import { yearMonth, yearOf } from '@terreau/domain/time/year-month'
import { formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { apiUrl } from '../../lib/api.ts'
import { firstUpper } from '../../lib/first-upper.ts'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { useT } from '../../ui/staff/words.ts'
import { accountHref } from './account-href.ts'
import type { AccountMonth, StaffAccount } from './queries.ts'

interface AccountMonthsProps {
  account: StaffAccount
  before: string | undefined
}

/** Each month in a few figures, with its statement once it is drawn; the newest first, a page of them. */
export function AccountMonths({ account, before }: AccountMonthsProps) {
  const t = useT()
  const locale = useLocale()
  const { activityId } = account
  const money = (key: string, header: string, cents: (m: AccountMonth) => string) => ({
    key,
    header,
    cell: (m: AccountMonth) => <MoneyText cents={cents(m)} />,
    isNumeric: true,
  })
  const hasBank = account.months.some((m) => m.bankCents !== '0')
  const columns: Column<AccountMonth>[] = [
    {
      key: 'month',
      header: t('ledger.account.month'),
      cell: (m) => (
        <>
          <Link href={accountHref(activityId, { mois: m.month, avant: before ?? null })}>
            {firstUpper(formatMonth(m.month, locale))}
          </Link>
          <span className="cell-line">
            {t(m.isClosed ? 'ledger.account.closed' : 'ledger.account.open')}
            {m.hasStatement && (
              <>
                {' · '}
                <StatementLink activityId={activityId} month={m.month} />
              </>
            )}
          </span>
        </>
      ),
    },
    money('revenue', t('ledger.account.revenue'), (m) => m.revenueCents),
    money('costs', t('ledger.account.costs'), (m) =>
      (BigInt(m.productionPurchaseCents) + BigInt(m.otherExpenseCents)).toString(),
    ),
    money('contribution', t('ledger.account.contribution'), (m) => m.contributionCents),
    money('accidentCover', t('ledger.account.accidentCover'), (m) => m.accidentCoverCents),
    money('pay', t('ledger.account.pay'), (m) => m.payCents),
    ...(hasBank ? [money('bank', t('ledger.account.bank'), (m) => m.bankCents)] : []),
    money('movement', t('ledger.account.movement'), (m) => m.movementCents),
    money('balance', t('ledger.account.balanceAfter'), (m) => m.balanceCents),
  ]
  return (
    <>
      <DataTable
        caption={t('ledger.account.monthsCaption')}
        columns={columns}
        rows={account.months}
        rowKey={(m) => m.month}
      />
      <OtherMonths account={account} before={before} />
    </>
  )
}

/** The way to the months that are not on this page: the ones before, the newest, those of a year. */
function OtherMonths({ account, before }: AccountMonthsProps) {
  const t = useT()
  const { activityId, month: mois, nextBefore } = account
  const years = yearsOf(account)
  if (nextBefore === null && before === undefined) return null
  return (
    <nav className="pager" aria-label={t('ledger.account.pages')}>
      {before !== undefined && (
        <Link href={accountHref(activityId, { mois })}>{t('ledger.account.newest')}</Link>
      )}
      {nextBefore !== null && (
        <Link href={accountHref(activityId, { mois, avant: nextBefore })}>
          {t('ledger.account.older')}
        </Link>
      )}
      {years.map((year) => {
        const avant = `${year + 1}-01`
        return (
          <Link
            key={year}
            href={accountHref(activityId, { mois, avant })}
            aria-label={t('ledger.account.year', { year: String(year) })}
            aria-current={before === avant ? 'true' : undefined}
          >
            {year}
          </Link>
        )
      })}
    </nav>
  )
}

/** The years the account has months in, newest first. */
function yearsOf({ firstMonth, lastMonth }: StaffAccount): number[] {
  if (firstMonth === null || lastMonth === null) return []
  const last = yearOf(yearMonth(lastMonth))
  const count = last - yearOf(yearMonth(firstMonth)) + 1
  return Array.from({ length: count }, (_, index) => last - index)
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
