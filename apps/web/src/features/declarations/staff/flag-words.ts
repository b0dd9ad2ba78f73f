import type { StaffCatalogue } from '@terreau/i18n/catalogue-staff'
import { formatCents, formatDate } from '@terreau/i18n/format'
import type { Locale, Translate } from '@terreau/i18n/t'
import type { Flag } from './queries.ts'

/** A flag in words, with its amounts and days. */
export function flagWords(flag: Flag, t: Translate<StaffCatalogue>, locale: Locale): string {
  const { params } = flag
  const money = (name: string) => formatCents(BigInt(params[name] ?? '0'), locale)
  const day = () => formatDate(params.on ?? '', locale)
  switch (flag.code) {
    case 'recap-not-exactly':
      return t('review.flag.recap-not-exactly')
    case 'recap-refused':
      return t('review.flag.recap-refused')
    case 'receipt-missing-over':
      return t('review.flag.receipt-missing-over', { amount: money('thresholdCents') })
    case 'receipt-in-own-name':
      return t('review.flag.receipt-in-own-name')
    case 'expense-above-ceiling':
      return t('review.flag.expense-above-ceiling', { amount: money('ceilingCents') })
    case 'three-times-usual':
      return t('review.flag.three-times-usual', {
        total: money('totalCents'),
        usual: money('usualCents'),
      })
    case 'same-amount-same-day':
      return t('review.flag.same-amount-same-day', { date: day() })
    case 'date-outside-month':
      return t('review.flag.date-outside-month', { date: day() })
    case 'new-currency':
      return t('review.flag.new-currency', { currency: params.currency ?? '' })
    case 'cash-at-hand':
      return t('review.flag.cash-at-hand', { amount: money('cashCents') })
    case 'negative-sale':
      return t('review.flag.negative-sale', { amount: money('amountCents') })
  }
}
