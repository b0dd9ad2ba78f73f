import {
  addMonths,
  monthsBetween,
  type YearMonth,
  yearMonth,
} from '@terreau/domain/time/year-month'
import { describeLine } from '@terreau/i18n/account-lines'
import { formatCents, formatDate, formatMonth } from '@terreau/i18n/format'
import { Link, useLocation } from 'wouter'
import { firstUpper } from '../../lib/first-upper.ts'
import { useLocale } from '../../lib/locale.ts'
import { dayInZone } from '../../lib/today.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { SelectField, TextField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import { accountHref } from './account-href.ts'
import type { AccountLine, StaffAccount } from './queries.ts'
import { SideCell } from './side-cell.tsx'

interface AccountLinesProps {
  account: StaffAccount
  /** The table of months above shows those before this one. */
  before: string | undefined
}

/** The lines of one month, oldest first, with the balance after each, and the way to the months around. */
export function AccountLines({ account, before }: AccountLinesProps) {
  const t = useT()
  const locale = useLocale()
  const columns = useColumns()
  const { asOf, month } = account
  return (
    <div className="account-lines">
      <p className="dimmed">{t('ledger.account.linesHint')}</p>
      <MonthFilter account={account} before={before} />
      {asOf !== null && (
        <p className="account-balance">
          {t('ledger.account.asOfBalance', {
            date: formatDate(asOf, locale),
            amount: formatCents(BigInt(account.closingCents), locale),
          })}
        </p>
      )}
      {month === null || account.lines.length === 0 ? (
        <p>{t(month === null ? 'ledger.account.emptyDay' : 'ledger.account.emptyMonth')}</p>
      ) : (
        <DataTable
          caption={t('ledger.account.linesCaptionOf', { month: formatMonth(month, locale) })}
          isCaptionShown
          columns={columns}
          rows={account.lines}
          rowKey={(line) => `${line.postingId}-${line.position}`}
          footer={<Balances account={account} />}
        />
      )}
      <Neighbours account={account} before={before} />
    </div>
  )
}

function MonthFilter({ account, before }: AccountLinesProps) {
  const t = useT()
  const locale = useLocale()
  const [, navigate] = useLocation()
  const { activityId } = account
  const avant = before ?? null
  return (
    <div className="account-filter">
      <SelectField
        name="mois"
        label={t('ledger.account.filter')}
        value={account.month ?? ''}
        onChange={(mois) => navigate(accountHref(activityId, { mois, avant }))}
        options={[
          ...(account.month === null
            ? [{ value: '', label: t('ledger.account.chooseMonth') }]
            : []),
          ...monthsOf(account).map((one) => ({
            value: one,
            label: firstUpper(formatMonth(one, locale)),
          })),
        ]}
      />
      <TextField
        name="au"
        type="date"
        isOptional
        label={t('ledger.account.asOf')}
        hint={t('ledger.account.asOfHint')}
        value={account.asOf ?? ''}
        onChange={(au) => navigate(accountHref(activityId, { au, avant }))}
      />
    </div>
  )
}

/** Every month of the account, newest first, and the one shown even when it has no line. */
function monthsOf({ firstMonth, lastMonth, month }: StaffAccount): YearMonth[] {
  if (firstMonth === null || lastMonth === null) return []
  const first = yearMonth(month !== null && month < firstMonth ? month : firstMonth)
  const last = yearMonth(month !== null && month > lastMonth ? month : lastMonth)
  const count = monthsBetween(first, last) + 1
  return Array.from({ length: count }, (_, index) => addMonths(last, -index))
}

function Neighbours({ account, before }: AccountLinesProps) {
  const t = useT()
  const locale = useLocale()
  const { activityId, earlierMonth, laterMonth } = account
  if (earlierMonth === null && laterMonth === null) return null
  const href = (mois: string) => accountHref(activityId, { mois, avant: before ?? null })
  const words = (month: string) => ({ month: formatMonth(month, locale) })
  return (
    <nav className="pager" aria-label={t('ledger.account.neighbours')}>
      {earlierMonth !== null && (
        <Link href={href(earlierMonth)}>{t('ledger.account.earlier', words(earlierMonth))}</Link>
      )}
      {laterMonth !== null && (
        <Link href={href(laterMonth)}>{t('ledger.account.later', words(laterMonth))}</Link>
      )}
    </nav>
  )
}

function useColumns(): Column<AccountLine>[] {
  const t = useT()
  const locale = useLocale()
  return [
    {
      key: 'month',
      header: t('ledger.account.month'),
      cell: (line) => formatMonth(line.month, locale),
    },
    {
      key: 'postedAt',
      header: t('ledger.account.postedAt'),
      cell: (line) => formatDate(dayInZone(line.postedAt), locale, 'short'),
    },
    { key: 'label', header: t('ledger.account.label'), cell: (line) => <Label line={line} /> },
    {
      key: 'in',
      header: t('ledger.account.in'),
      cell: (line) => <SideCell cents={BigInt(line.effectCents)} />,
      isNumeric: true,
    },
    {
      key: 'out',
      header: t('ledger.account.out'),
      cell: (line) => <SideCell cents={-BigInt(line.effectCents)} />,
      isNumeric: true,
    },
    {
      key: 'balance',
      header: t('ledger.account.balanceAfter'),
      cell: (line) => <MoneyText cents={line.balanceCents} />,
      isNumeric: true,
    },
    { key: 'source', header: t('ledger.account.source'), cell: (line) => <Source line={line} /> },
  ]
}

/** What the person reads, and why. */
function Label({ line }: { line: AccountLine }) {
  const locale = useLocale()
  const { label, why } = describeLine(locale, { ...line, bookedMonth: line.month })
  return (
    <>
      {label}
      {why !== '' && <div className="why">{why}</div>}
    </>
  )
}

function Source({ line }: { line: AccountLine }) {
  const t = useT()
  const locale = useLocale()
  if (line.declarationId === null) return null
  return (
    <Link
      href={`/gestion/declarations/${line.declarationId}`}
      aria-label={t('ledger.account.declarationOf', {
        month: formatMonth(line.concernsMonth, locale),
      })}
    >
      {t('ledger.account.declaration')}
    </Link>
  )
}

function Balances({ account }: { account: StaffAccount }) {
  const t = useT()
  const rows = [
    { label: t('ledger.account.before'), cents: account.openingCents },
    { label: t('ledger.account.after'), cents: account.closingCents },
  ]
  return rows.map(({ label, cents }) => (
    <tr key={label}>
      <th scope="row" colSpan={5}>
        {label}
      </th>
      <td className="numeric">
        <MoneyText cents={cents} />
      </td>
      <td />
    </tr>
  ))
}
