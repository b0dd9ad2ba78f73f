import type { PhoneCatalogue } from '@terreau/i18n/catalogue-phone'
import { formatCents, formatDate, formatDecimal } from '@terreau/i18n/format'
import type { Locale, Translate } from '@terreau/i18n/t'
import type { ReactNode } from 'react'
import { MoneyText } from '../../../../ui/money-text.tsx'
import type { SummaryRow } from '../../../../ui/phone/summary-list.tsx'
import type { MonthView } from '../queries.ts'

interface Words {
  t: Translate<PhoneCatalogue>
  locale: Locale
}
type Lines = MonthView['lines']

/** The lines as they were sent (or corrected), with the original amount and its rate. */
export function sentLineRows(lines: Lines, { t, locale }: Words): SummaryRow[] {
  const dayOf = (date: string) => formatDate(date, locale).replace(/\s\d{4}$/, '')
  return [
    ...lines.sales.map((sale, index) => ({
      label: [t('declarationsLines.saleLine', { n: index + 1 }), dayOf(sale.soldOn), sale.customer]
        .filter((part) => part !== '')
        .join(' · '),
      value: saleAmount(sale, { t, locale }),
    })),
    ...lines.expenses.map((expense, index) => ({
      label: [
        t('declarationsLines.expenseLine', { n: index + 1 }),
        t(`declarationsCategory.${expense.category}`),
        dayOf(expense.spentOn),
      ].join(' · '),
      value: <MoneyText cents={expense.grossCents} />,
    })),
    ...lines.trips.map((trip, index) => ({
      label: t('declarationsLines.tripLine', { n: index + 1 }),
      value: t('declarationsLines.tripWords', { km: trip.km, reason: trip.reason }),
    })),
  ]
}

/** The words for a line, to say which one a question is about. */
export function lineName(lines: Lines, lineId: string, { t }: Pick<Words, 't'>): string | null {
  const at = (list: readonly { id: string }[]) => list.findIndex((line) => line.id === lineId)
  const sale = at(lines.sales)
  if (sale >= 0) return t('declarationsLines.changeSale', { n: sale + 1 })
  const expense = at(lines.expenses)
  if (expense >= 0) return t('declarationsLines.changeExpense', { n: expense + 1 })
  const trip = at(lines.trips)
  return trip >= 0 ? t('declarationsLines.changeTrip', { n: trip + 1 }) : null
}

function saleAmount(sale: Lines['sales'][number], { t, locale }: Words): ReactNode {
  const amount = <MoneyText cents={sale.amountMinor} currency={sale.currency} />
  if (sale.currency === 'EUR') return amount
  const key = sale.isFixedRate ? 'declarationsLines.fixedRate' : 'declarationsLines.monthRate'
  const words = t(key, {
    euros: formatCents(BigInt(sale.euroCents), locale),
    rate: formatDecimal(sale.unitsPerEuro, locale),
  })
  return (
    <>
      {amount} <span className="converted">= {words}</span>
    </>
  )
}
