import { formatCents, formatDate, formatDecimal, formatRateBp } from '@terreau/i18n/format'
import type { ReactNode } from 'react'
import { useLocale } from '../../../lib/locale.ts'
import { MoneyText } from '../../../ui/money-text.tsx'
import { DataTable } from '../../../ui/staff/data-table.tsx'
import { useT } from '../../../ui/staff/words.ts'
import type { Reviewed, ReviewLines } from './queries.ts'
import { ReceiptCell } from './receipt-cell.tsx'
import { VatNote } from './vat-note.tsx'

interface LinesTableProps {
  declaration: Reviewed
  shownLineId: string | null
  onShowLine: (lineId: string) => void
}

interface Row {
  id: string
  what: ReactNode
  amount: ReactNode
  receipt: ((n: number) => ReactNode) | null
}

/** Sales, expenses and trips, with the original amount, its rate, the euros and the receipt. */
export function LinesTable({ declaration, shownLineId, onShowLine }: LinesTableProps) {
  const t = useT()
  const { sales, expenses, trips } = declaration.lines
  const receipt = (line: ReviewLines['sales' | 'expenses'][number]) => (n: number) => (
    <ReceiptCell line={line} n={n} onShow={() => onShowLine(line.id)} />
  )
  const rows: Row[] = [
    ...sales.map((sale) => ({
      id: sale.id,
      what: <SaleWhat sale={sale} declaration={declaration} />,
      amount: <SaleAmount sale={sale} />,
      receipt: receipt(sale),
    })),
    ...expenses.map((expense) => ({
      id: expense.id,
      what: <ExpenseWhat expense={expense} />,
      amount: <ExpenseAmount expense={expense} />,
      receipt: receipt(expense),
    })),
    ...trips.map((trip) => ({
      id: trip.id,
      what: <TripWhat trip={trip} />,
      amount: <Spent cents={trip.allowanceCents} />,
      receipt: null,
    })),
  ]
  if (rows.length === 0) return <p>{t('review.detail.noLine')}</p>
  return (
    <div className="lines-table">
      <DataTable
        caption={t('review.detail.lines')}
        columns={[
          {
            key: 'number',
            header: t('review.detail.number'),
            cell: ({ row, n }) => <span data-shown={row.id === shownLineId || undefined}>{n}</span>,
          },
          { key: 'what', header: t('review.detail.what'), cell: ({ row }) => row.what },
          {
            key: 'amount',
            header: t('review.detail.amount'),
            cell: ({ row }) => row.amount,
            isNumeric: true,
          },
          {
            key: 'receipt',
            header: t('review.detail.receipt'),
            cell: ({ row, n }) => row.receipt?.(n),
          },
        ]}
        rows={rows.map((row, index) => ({ row, n: index + 1 }))}
        rowKey={({ row }) => row.id}
      />
    </div>
  )
}

function SaleWhat(props: { sale: ReviewLines['sales'][number]; declaration: Reviewed }) {
  const { sale, declaration } = props
  const t = useT()
  const locale = useLocale()
  return (
    <>
      {sale.customer === '' ? t('review.detail.unnamed') : sale.customer}
      <span className="dimmed detail">
        {formatDate(sale.soldOn, locale, 'short')} · {sale.customerCountry} ·{' '}
        {t(`review.means.${meansOf(sale.paymentMeans)}`)}
        {sale.moneyPlace === 'at_hand' && ` · ${t('review.detail.atHand')}`}
      </span>
      <VatNote note={declaration.vatNotes.find((note) => note.lineId === sale.id)} />
    </>
  )
}

function SaleAmount({ sale }: { sale: ReviewLines['sales'][number] }) {
  const t = useT()
  const locale = useLocale()
  const isForeign = sale.currency !== 'EUR'
  const rate = formatDecimal(sale.unitsPerEuro, locale)
  return (
    <>
      <MoneyText cents={sale.amountMinor} currency={sale.currency} />
      {isForeign && (
        <span className="dimmed detail">
          = <MoneyText cents={sale.euroCents} />,{' '}
          {sale.isFixedRate
            ? t('review.detail.fixedRate', { rate })
            : t('review.detail.rate', { rate, source: sale.rateSource })}
        </span>
      )}
      <span className="dimmed detail">
        {t('review.detail.vatAt', { rate: formatRateBp(BigInt(sale.vatRateBp), locale) })}
        {sale.amountKind === 'net' && `, ${t('review.detail.net')}`}
      </span>
    </>
  )
}

function ExpenseWhat({ expense }: { expense: ReviewLines['expenses'][number] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      {t(`review.category.${expense.category}`)}
      <span className="dimmed detail">
        {[
          formatDate(expense.spentOn, locale, 'short'),
          expense.label,
          expense.receiptName === ''
            ? ''
            : t('review.detail.receiptName', {
                name: t(`review.receiptName.${expense.receiptName}`),
              }),
        ]
          .filter((part) => part !== '')
          .join(' · ')}
      </span>
    </>
  )
}

function ExpenseAmount({ expense }: { expense: ReviewLines['expenses'][number] }) {
  const t = useT()
  const locale = useLocale()
  return (
    <>
      <Spent cents={expense.grossCents} />
      <span className="dimmed detail">
        {t('review.detail.vatOf', { amount: formatCents(BigInt(expense.vatCents), locale) })}
      </span>
    </>
  )
}

function TripWhat({ trip }: { trip: ReviewLines['trips'][number] }) {
  const t = useT()
  return (
    <>
      {t('review.detail.kilometres', { km: trip.km, reason: trip.reason })}
      <span className="dimmed detail">
        {t('review.detail.allowance', {
          horsepower: trip.fiscalHorsepower,
          before: trip.kmBefore,
        })}
        {trip.vehicleLabel !== '' && ` · ${trip.vehicleLabel}`}
        {trip.isElectric && ` · ${t('review.detail.electric')}`}
      </span>
    </>
  )
}

function Spent({ cents }: { cents: string }) {
  return (
    <>
      −<MoneyText cents={cents} />
    </>
  )
}

const MEANS = ['cash', 'transfer', 'card', 'cheque', 'wave', 'orange_money'] as const

function meansOf(text: string): (typeof MEANS)[number] | 'other' {
  return MEANS.find((means) => means === text) ?? 'other'
}
