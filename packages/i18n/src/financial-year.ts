import { type FormatLocale, formatMonth } from './format.ts'

/** "2025", or "septembre 2024 à août 2025" for a financial year that is not the calendar year. */
export function formatFinancialYear(
  { firstMonth, lastMonth }: { firstMonth: string; lastMonth: string },
  locale: FormatLocale,
): string {
  const [year, first] = firstMonth.split('-')
  if (first === '01' && lastMonth === `${year}-12`) return year ?? ''
  if (firstMonth === lastMonth) return formatMonth(firstMonth, locale)
  const [from, to] = [formatMonth(firstMonth, locale), formatMonth(lastMonth, locale)]
  return locale === 'fr' ? `${from} à ${to}` : `${from} to ${to}`
}
