import { Checkbox } from '@mantine/core'
import { formatDate, formatMonth } from '@terreau/i18n/format'
import { Link } from 'wouter'
import { apiUrl } from '../../../lib/api.ts'
import { useLocale } from '../../../lib/locale.ts'
import { dayInZone } from '../../../lib/today.ts'
import { MoneyText } from '../../../ui/money-text.tsx'
import { type Column, DataTable } from '../../../ui/staff/data-table.tsx'
import { useT } from '../../../ui/staff/words.ts'
import type { Expense } from './queries.ts'

interface ExpensesTableProps {
  rows: readonly Expense[]
  /** Null for those who only look. */
  chosen: ReadonlySet<string> | null
  onChoose: (chosen: ReadonlySet<string>) => void
}

/** One line an expense, one column an axis. */
export function ExpensesTable({ rows, chosen, onChoose }: ExpensesTableProps) {
  const t = useT()
  const locale = useLocale()
  const day = (date: string) => formatDate(dayInZone(date), locale, 'short')
  const by = (done: { by: string; on: string } | null) =>
    done === null ? t('expenses.no') : t('expenses.by', { date: day(done.on), by: done.by })
  const what = (row: Expense) =>
    row.category === null ? t('expenses.kilometres') : t(`review.category.${row.category}`)
  const toggle = (lineId: string) => {
    const next = new Set(chosen)
    if (!next.delete(lineId)) next.add(lineId)
    onChoose(next)
  }
  const columns: Column<Expense>[] = [
    {
      key: 'person',
      header: t('expenses.column.person'),
      isRowHeader: true,
      cell: (row) => (
        <>
          <Link href={`/gestion/personnes/${row.personId}`}>{row.personName}</Link>
          <span className="cell-line dimmed">
            {row.activityName} · {formatMonth(row.month, locale)}
          </span>
        </>
      ),
    },
    {
      key: 'what',
      header: t('expenses.column.what'),
      cell: (row) => (
        <>
          <Link href={`/gestion/declarations/${row.declarationId}`}>{what(row)}</Link>
          <span className="cell-line dimmed">
            {[row.spentOn === null ? '' : day(row.spentOn), row.label]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
        </>
      ),
    },
    {
      key: 'amount',
      header: t('expenses.column.amount'),
      isNumeric: true,
      cell: (row) => <MoneyText cents={row.amountCents} />,
    },
    {
      key: 'approval',
      header: t('expenses.column.approval'),
      cell: (row) =>
        row.approval === null
          ? t('expenses.notApproved')
          : t('expenses.by', { date: day(row.approval.at), by: row.approval.by }),
    },
    {
      key: 'receipt',
      header: t('expenses.column.receipt'),
      cell: (row) => (
        <>
          {t(`review.detail.receiptState.${row.receipt.state}`)}
          {row.receipt.seen !== null && (
            <span className="cell-line dimmed">
              {t('expenses.seen')} {by(row.receipt.seen)}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'payment',
      header: t('expenses.column.payment'),
      cell: (row) => (
        <>
          {by(row.payment)}
          {row.payment !== null && (
            <span className="cell-line dimmed">
              <MoneyText cents={row.payment.amountCents} /> {row.payment.reference}
            </span>
          )}
        </>
      ),
    },
    {
      key: 'export',
      header: t('expenses.column.export'),
      cell: (row) =>
        row.export === null ? (
          by(null)
        ) : (
          <a
            href={apiUrl('GET /expenses/exports/:expenseExportId', {
              params: { expenseExportId: row.export.exportId },
            })}
          >
            {by(row.export)}
          </a>
        ),
    },
  ]
  if (chosen !== null) {
    columns.unshift({
      key: 'choose',
      header: t('expenses.column.choose'),
      cell: (row) => (
        <Checkbox
          aria-label={t('expenses.choose', { person: row.personName, what: what(row) })}
          checked={chosen.has(row.lineId)}
          onChange={() => toggle(row.lineId)}
        />
      ),
    })
  }
  return (
    <DataTable
      caption={t('expenses.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.lineId}
    />
  )
}
