import { formatDate, formatMonth } from '@terreau/i18n/format'
import type { Locale } from '@terreau/i18n/t'

/** Months or days, as the document speaks of them: "août 2026 – septembre 2026". */
export function periodText(
  period: { periodStart: string | null; periodEnd: string | null },
  locale: Locale,
): string {
  const from = period.periodStart ?? ''
  const to = period.periodEnd ?? from
  if (from === '') return '–'
  return from === to ? print(from, locale) : `${print(from, locale)} – ${print(to, locale)}`
}

function print(text: string, locale: Locale): string {
  return text.length === 'YYYY-MM'.length
    ? formatMonth(text, locale)
    : formatDate(text, locale, 'long')
}
