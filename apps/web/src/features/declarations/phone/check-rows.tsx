import type { PhoneCatalogue } from '@terreau/i18n/catalogue-phone'
import { formatCents, formatDate, formatDecimal } from '@terreau/i18n/format'
import type { Locale, Translate } from '@terreau/i18n/t'
import type { ReactNode } from 'react'
import { MoneyText } from '../../../ui/money-text.tsx'
import type { SummaryRow } from '../../../ui/phone/summary-list.tsx'
import type { SaleDraft } from './queries.ts'
import { saleEuros, typedUnits } from './sale-words.ts'
import type { Wizard } from './use-wizard.ts'

interface Words {
  t: Translate<PhoneCatalogue>
  locale: Locale
}

/** Every answer of the month, each with its "Changer". */
export function checkRows(wizard: Wizard, words: Words): SummaryRow[] {
  const { t } = words
  const { draft } = wizard.state
  const sales = draft.hasSales === false ? [] : draft.sales
  const hasExpenses = draft.hasExpenses !== false && draft.expenses.length + draft.trips.length > 0
  return [
    ...(sales.length === 0
      ? [
          {
            label: t('declarationsCheck.sales'),
            value: t('declarationsCheck.noSales'),
            changeHref: wizard.href(''),
            changeWhat: t('declarationsCheck.changeSales'),
          },
        ]
      : sales.map((sale, index) => saleRow(wizard, words, { sale, index }))),
    ...(hasExpenses
      ? [...expenseRows(wizard, words), ...tripRows(wizard, words)]
      : [
          {
            label: t('declarationsCheck.expenses'),
            value: t('declarationsCheck.noExpenses'),
            changeHref: wizard.href('depenses'),
            changeWhat: t('declarationsCheck.changeExpenses'),
          },
        ]),
  ]
}

function saleRow(
  wizard: Wizard,
  { t, locale }: Words,
  { sale, index }: { sale: SaleDraft; index: number },
): SummaryRow {
  const n = index + 1
  const day = sale.soldOn === '' ? null : formatDate(sale.soldOn, locale).replace(/\s\d{4}$/, '')
  return {
    label: [t('declarationsLines.saleLine', { n }), day].filter(Boolean).join(' · '),
    value: saleAmount(wizard, { t, locale }, sale),
    changeHref: wizard.href(`vente/${n}`),
    changeWhat: t('declarationsLines.changeSale', { n }),
  }
}

/** "150 000 F CFA = 228,67 € (taux fixe 655,957)". */
function saleAmount(wizard: Wizard, { t, locale }: Words, sale: SaleDraft): ReactNode {
  const units = typedUnits(sale.amountText, sale.currency)
  if (units === null) return t('declarationsSteps.toComplete')
  const amount = <MoneyText cents={units} currency={sale.currency} />
  const rate = wizard.view.currencies.find((currency) => currency.code === sale.currency)
  const euros = saleEuros(sale, wizard.view)
  if (sale.currency === 'EUR' || rate === undefined || euros === null) return amount
  const key = rate.isFixed ? 'declarationsLines.fixedRate' : 'declarationsLines.monthRate'
  const words = t(key, {
    euros: formatCents(euros, locale),
    rate: formatDecimal(rate.unitsPerEuro, locale),
  })
  return (
    <>
      {amount} <span className="converted">= {words}</span>
    </>
  )
}

function expenseRows(wizard: Wizard, { t }: Words): SummaryRow[] {
  return wizard.state.draft.expenses.map((expense, index) => {
    const n = index + 1
    const units = typedUnits(expense.grossText, 'EUR')
    const what = expense.category === '' ? null : t(`declarationsCategory.${expense.category}`)
    return {
      label: [t('declarationsLines.expenseLine', { n }), what].filter(Boolean).join(' · '),
      value: units === null ? t('declarationsSteps.toComplete') : <MoneyText cents={units} />,
      changeHref: wizard.href(`depense/${n}`),
      changeWhat: t('declarationsLines.changeExpense', { n }),
    }
  })
}

function tripRows(wizard: Wizard, { t }: Words): SummaryRow[] {
  return wizard.state.draft.trips.map((trip, index) => ({
    label: t('declarationsLines.tripLine', { n: index + 1 }),
    value: t('declarationsLines.tripWords', { km: trip.kmText, reason: trip.reason }),
    changeHref: wizard.href(`trajet/${index + 1}?de=verifier`),
    changeWhat: t('declarationsLines.changeTrip', { n: index + 1 }),
  }))
}
