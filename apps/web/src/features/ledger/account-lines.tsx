import { describeLine } from '@terreau/i18n/account-lines'
import { formatCents, formatDate, formatMonth } from '@terreau/i18n/format'
import { Link, useLocation } from 'wouter'
import { firstUpper } from '../../lib/first-upper.ts'
import { useLocale } from '../../lib/locale.ts'
import { dayInParis } from '../../lib/today.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { SelectField, TextField } from '../../ui/staff/fields.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { AccountLine, StaffAccount } from './queries.ts'
import { SideCell } from './side-cell.tsx'

interface AccountLinesProps {
  account: StaffAccount
  month: string | undefined
}

/** The lines, oldest first, with the balance after each; one month or all of them. */
export function AccountLines({ account, month }: AccountLinesProps) {
  const t = useT()
  const locale = useLocale()
  const columns = useColumns()
  const { asOf } = account
  const caption =
    month === undefined || asOf !== null
      ? t('ledger.account.linesCaption')
      : t('ledger.account.linesCaptionOf', { month: formatMonth(month, locale) })
  return (
    <div className="account-lines">
      <p className="dimmed">{t('ledger.account.linesHint')}</p>
      <MonthFilter account={account} month={month} />
      {asOf !== null && (
        <p className="account-balance">
          {t('ledger.account.asOfBalance', {
            date: formatDate(asOf, locale),
            amount: formatCents(BigInt(account.closingCents), locale),
          })}
        </p>
      )}
      {account.lines.length === 0 ? (
        <p>{t('ledger.account.emptyMonth')}</p>
      ) : (
        <DataTable
          caption={caption}
          columns={columns}
          rows={account.lines}
          rowKey={(line) => `${line.postingId}-${line.position}`}
          footer={<Balances account={account} />}
        />
      )}
    </div>
  )
}

function MonthFilter({ account, month }: AccountLinesProps) {
  const t = useT()
  const locale = useLocale()
  const [location, navigate] = useLocation()
  return (
    <div className="account-filter">
      <SelectField
        name="mois"
        label={t('ledger.account.filter')}
        value={month ?? ''}
        onChange={(chosen) => navigate(chosen === '' ? location : `${location}?mois=${chosen}`)}
        options={[
          { value: '', label: t('ledger.account.all') },
          ...account.months.map((one) => ({
            value: one.month,
            label: firstUpper(formatMonth(one.month, locale)),
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
        onChange={(day) => navigate(day === '' ? location : `${location}?au=${day}`)}
      />
    </div>
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
      cell: (line) => formatDate(dayInParis(line.postedAt), locale, 'short'),
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
