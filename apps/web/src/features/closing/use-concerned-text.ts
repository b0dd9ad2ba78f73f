import { formatCents, formatDate, formatMonth } from '@terreau/i18n/format'
import { findMessage } from '@terreau/i18n/t'
import { firstUpper } from '../../lib/first-upper.ts'
import { useLocale } from '../../lib/locale.ts'
import { staffWords, useT } from '../../ui/staff/words.ts'
import type { CheckCode, Concerned } from './queries.ts'

/** The sentence about one person, one month, one currency or one setting. */
export function useConcernedText(code: CheckCode, { detail, amountCents }: Concerned): string {
  const t = useT()
  const locale = useLocale()
  const catalogue = staffWords.useCatalogue()
  switch (code) {
    case 'declarations-missing':
      return t(`closing.check.${code}.${detail === 'draft' ? 'draft' : 'line'}`)
    case 'previous-month-open':
    case 'declarations-unreviewed':
    case 'questions-open':
      return t(`closing.check.${code}.line`, { detail: formatMonth(detail, locale) })
    case 'month-not-begun':
      return t(`closing.check.${code}.line`, { detail: firstUpper(formatMonth(detail, locale)) })
    case 'month-not-over':
    case 'contracts-ended':
      return t(`closing.check.${code}.line`, { detail: formatDate(detail, locale) })
    case 'receipts-missing':
    case 'cash-at-hand':
    case 'accounts-negative':
      return t(`closing.check.${code}.line`, {
        amount: formatCents(BigInt(amountCents ?? '0'), locale),
      })
    case 'settings-missing': {
      const name = findMessage(catalogue, `closing.setting.${detail}`)
      return typeof name === 'string' ? name : detail
    }
    case 'contributions-outdated':
    case 'declarations-postponed':
    case 'rates-missing':
      return t(`closing.check.${code}.line`, { detail })
  }
}
