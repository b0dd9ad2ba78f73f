import { formatCents, formatDate, formatDecimal, formatRateBp } from '@terreau/i18n/format'
import type { ReactNode } from 'react'
import { useLocale } from '../../../lib/locale.ts'
import { MoneyText } from '../../../ui/money-text.tsx'
import { useT } from '../../../ui/staff/words.ts'
import type { Reviewed, ReviewLines } from './queries.ts'
import { ReceiptCell } from './receipt-cell.tsx'
import { VatNote } from './vat-note.tsx'

interface LinesTableProps {
  declaration: Reviewed
  shownLineId: string | null
  onShowLine: (lineId: string) => void
}

/** Sales, expenses and trips, with the original amount, its rate, the euros and the receipt. */
export function LinesTable({ declaration, shownLineId, onShowLine }: LinesTableProps) {
  const t = useT()
  const { lines } = declaration
  const { sales, expenses, trips } = lines
  if (sales.length + expenses.length + trips.length === 0) {
    return <p>{t('review.detail.noLine')}</p>
  }
  const receipt = (line: { id: string }, n: number) => ({
    n,
    isShown: line.id === shownLineId,
    onShow: () => onShowLine(line.id),
  })
  return (
    <section
      className="table-scroll"
      data-scroll-x=""
      aria-label={t('review.detail.lines')}
      tabIndex={0}
    >
      <table className="data-table lines-table">
        <caption className="visually-hidden">{t('review.detail.lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('review.detail.number')}</th>
            <th scope="col">{t('review.detail.what')}</th>
            <th scope="col" className="numeric">
              {t('review.detail.amount')}
            </th>
            <th scope="col">{t('review.detail.receipt')}</th>
          </tr>
        </thead>
        <tbody>
          {sales.map((sale, index) => (
            <SaleRow
              key={sale.id}
              sale={sale}
              declaration={declaration}
              {...receipt(sale, index + 1)}
            />
          ))}
          {expenses.map((expense, index) => (
            <ExpenseRow
              key={expense.id}
              expense={expense}
              {...receipt(expense, sales.length + index + 1)}
            />
          ))}
          {trips.map((trip, index) => (
            <TripRow
              key={trip.id}
              trip={trip}
              {...receipt(trip, sales.length + expenses.length + index + 1)}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  n: number
  isShown: boolean
  onShow: () => void
}

function SaleRow(props: RowProps & { sale: ReviewLines['sales'][number]; declaration: Reviewed }) {
  const { sale, declaration, n, isShown, onShow } = props
  const t = useT()
  const locale = useLocale()
  const isForeign = sale.currency !== 'EUR'
  const rate = formatDecimal(sale.unitsPerEuro, locale)
  return (
    <Row n={n} isShown={isShown}>
      <td>
        {sale.customer === '' ? t('review.detail.unnamed') : sale.customer}
        <span className="dimmed detail">
          {formatDate(sale.soldOn, locale, 'short')} · {sale.customerCountry} ·{' '}
          {t(`review.means.${meansOf(sale.paymentMeans)}`)}
          {sale.moneyPlace === 'at_hand' && ` · ${t('review.detail.atHand')}`}
        </span>
        <VatNote note={declaration.vatNotes.find((note) => note.lineId === sale.id)} />
      </td>
      <td className="numeric">
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
      </td>
      <td>
        <ReceiptCell line={sale} n={n} onShow={onShow} />
      </td>
    </Row>
  )
}

function ExpenseRow(props: RowProps & { expense: ReviewLines['expenses'][number] }) {
  const { expense, n, isShown, onShow } = props
  const t = useT()
  const locale = useLocale()
  return (
    <Row n={n} isShown={isShown}>
      <td>
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
      </td>
      <td className="numeric">
        −<MoneyText cents={expense.grossCents} />
        <span className="dimmed detail">
          {t('review.detail.vatOf', { amount: formatCents(BigInt(expense.vatCents), locale) })}
        </span>
      </td>
      <td>
        <ReceiptCell line={expense} n={n} onShow={onShow} />
      </td>
    </Row>
  )
}

function TripRow({ trip, n, isShown }: RowProps & { trip: ReviewLines['trips'][number] }) {
  const t = useT()
  return (
    <Row n={n} isShown={isShown}>
      <td>
        {t('review.detail.kilometres', { km: trip.km, reason: trip.reason })}
        <span className="dimmed detail">
          {t('review.detail.allowance', {
            horsepower: trip.fiscalHorsepower,
            before: trip.kmBefore,
          })}
          {trip.vehicleLabel !== '' && ` · ${trip.vehicleLabel}`}
          {trip.isElectric && ` · ${t('review.detail.electric')}`}
        </span>
      </td>
      <td className="numeric">
        −<MoneyText cents={trip.allowanceCents} />
      </td>
      <td />
    </Row>
  )
}

function Row(props: { n: number; isShown: boolean; children: ReactNode }) {
  return (
    <tr data-shown={props.isShown || undefined}>
      <th scope="row">{props.n}</th>
      {props.children}
    </tr>
  )
}

const MEANS = ['cash', 'transfer', 'card', 'cheque', 'wave', 'orange_money'] as const

function meansOf(text: string): (typeof MEANS)[number] | 'other' {
  return MEANS.find((means) => means === text) ?? 'other'
}
