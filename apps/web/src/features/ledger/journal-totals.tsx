import { accountName } from '@terreau/i18n/account-lines'
import { formatCents } from '@terreau/i18n/format'
import { useLocale } from '../../lib/locale.ts'
import { MoneyText } from '../../ui/money-text.tsx'
import { type Column, DataTable } from '../../ui/staff/data-table.tsx'
import { StatusBadge } from '../../ui/staff/status-badge.tsx'
import { useT } from '../../ui/staff/words.ts'
import type { JournalPart } from './queries.ts'
import { SideCell } from './side-cell.tsx'

type Total = JournalPart['totals'][number]

/** Each account of the month, and the proof that debits equal credits. */
export function JournalTotals({ totals }: { totals: JournalPart['totals'] }) {
  const t = useT()
  const locale = useLocale()
  const debit = totals.reduce((sum, one) => sum + BigInt(one.debitCents), 0n)
  const credit = totals.reduce((sum, one) => sum + BigInt(one.creditCents), 0n)
  const columns: Column<Total>[] = [
    {
      key: 'account',
      header: t('ledger.journal.account'),
      cell: (one) => `${one.chartCode} ${accountName(locale, one.accountKind)}`,
    },
    {
      key: 'debit',
      header: t('ledger.journal.debit'),
      cell: (one) => <SideCell cents={BigInt(one.debitCents)} />,
      isNumeric: true,
    },
    {
      key: 'credit',
      header: t('ledger.journal.credit'),
      cell: (one) => <SideCell cents={BigInt(one.creditCents)} />,
      isNumeric: true,
    },
  ]
  return (
    <div className="account-section">
      <p>
        <StatusBadge look={debit === credit ? 'success' : 'danger'}>
          {debit === credit
            ? t('ledger.journal.balanced', { amount: formatCents(debit, locale) })
            : t('ledger.journal.unbalanced', {
                debit: formatCents(debit, locale),
                credit: formatCents(credit, locale),
              })}
        </StatusBadge>
      </p>
      <DataTable
        caption={t('ledger.journal.totalsCaption')}
        columns={columns}
        rows={totals}
        rowKey={(one) => one.accountKind}
        isCompared
        footer={
          <tr>
            <th scope="row">{t('staffFrame.total')}</th>
            <td className="numeric">
              <MoneyText cents={debit.toString()} />
            </td>
            <td className="numeric">
              <MoneyText cents={credit.toString()} />
            </td>
          </tr>
        }
      />
    </div>
  )
}
