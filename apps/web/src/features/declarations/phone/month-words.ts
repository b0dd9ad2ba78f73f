import { formatMonth } from '@terreau/i18n/format'
import type { Locale } from '@terreau/i18n/t'

export interface MonthWords {
  /** "octobre" */
  month: string
  /** "d’octobre", "de novembre"; English needs no other form. */
  ofMonth: string
  /** "octobre 2026" */
  fullMonth: string
}

/** The forms of a month that sentences need. */
export function monthWords(yearMonth: string, locale: Locale): MonthWords {
  const fullMonth = formatMonth(yearMonth, locale)
  const month = fullMonth.replace(/\s*\d{4}$/, '')
  if (locale === 'en') return { month, ofMonth: month, fullMonth }
  const ofMonth = /^[aâeéioôuy]/i.test(month) ? `d’${month}` : `de ${month}`
  return { month, ofMonth, fullMonth }
}
