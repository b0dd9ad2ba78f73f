import type { StaffCatalogue } from '@terreau/i18n/catalogue-staff'
import { formatCents, formatForeign } from '@terreau/i18n/format'
import type { Locale, Translate } from '@terreau/i18n/t'
import type { Choice } from '../../../ui/staff/fields.tsx'
import type { ReviewLines } from './queries.ts'

/** "Ligne 2 : Épicerie Sahel, 150 000 F CFA". */
export function lineOptions(
  lines: ReviewLines,
  { t, locale }: { t: Translate<StaffCatalogue>; locale: Locale },
): Choice[] {
  const named = [
    ...lines.sales.map((sale) => {
      const amount =
        sale.currency === 'EUR'
          ? formatCents(BigInt(sale.amountMinor), locale)
          : formatForeign(BigInt(sale.amountMinor), sale.currency, locale)
      const customer = sale.customer === '' ? t('review.detail.unnamed') : sale.customer
      return { id: sale.id, what: `${customer}, ${amount}` }
    }),
    ...lines.expenses.map((expense) => ({
      id: expense.id,
      what: `${t(`review.category.${expense.category}`)}, ${formatCents(BigInt(expense.grossCents), locale)}`,
    })),
    ...lines.trips.map((trip) => ({
      id: trip.id,
      what: t('review.detail.kilometres', { km: trip.km, reason: trip.reason }),
    })),
  ]
  return named.map(({ id, what }, index) => ({
    value: id,
    label: t('review.ask.lineOption', { n: index + 1, what }),
  }))
}
