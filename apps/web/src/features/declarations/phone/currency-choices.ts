import type { CurrencyCode } from '@terreau/domain/money/currency'
import { findMessage, type Locale } from '@terreau/i18n/t'
import type { MonthView } from './queries.ts'

/** Currencies with a known rate, the proposed one first. The CFA francs say which countries use them. */
export function currencyChoices(
  view: MonthView,
  { first, catalogue, locale }: { first: CurrencyCode; catalogue: object; locale: Locale },
): { value: CurrencyCode; label: string }[] {
  const names = new Intl.DisplayNames(locale, { type: 'currency' })
  const label = (code: CurrencyCode) => {
    const message = findMessage(catalogue, `declarationsMoney.currency.${code}`)
    return typeof message === 'string' ? message : `${code} ${names.of(code) ?? ''}`.trim()
  }
  const codes = view.currencies.map((currency) => currency.code)
  const ordered = [...new Set([first, ...codes])].filter((code) => codes.includes(code))
  return ordered.map((code) => ({ value: code, label: label(code) }))
}
