import { assert } from '../assert.ts'
import { addDays, type LocalDate, localDate, parseFrenchDate } from './local-date.ts'

declare const yearMonthBrand: unique symbol

/** A calendar month 'YYYY-MM'. Sorts as text. */
export type YearMonth = string & { readonly [yearMonthBrand]: true }

/** The only constructor of `YearMonth`. Throws unless the month exists. */
export function yearMonth(text: string): YearMonth {
  assert(isCalendarMonth(text), `not a calendar month: ${text}`)
  return text as YearMonth
}

/** Reads 'YYYY-MM'; null when it is not a month. */
export function parseYearMonth(text: string): YearMonth | null {
  return isCalendarMonth(text) ? yearMonth(text) : null
}

/**
 * Reads a month as people and spreadsheets write it: 2026-10, 2026/10, 10/2026, octobre 2026, oct.-26, or
 * a day of it (01/10/2026). Null when it is none, or when two months begin like the name.
 */
export function parseFrenchMonth(text: string): YearMonth | null {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
  const [, year, digits] = /^(\d{4})[-/. ](\d{1,2})$/.exec(plain) ?? []
  if (year !== undefined) return fromParts(year, digits)
  const [, first, second] = /^(\d{1,2})[-/. ](\d{4})$/.exec(plain) ?? []
  if (second !== undefined) return fromParts(second, first)
  const [, name = '', ending = ''] = /^([a-z]{3,9})\.?[\s\-/]*(\d{4}|\d{2})$/.exec(plain) ?? []
  const named = MONTHS.filter((month) => name !== '' && month.startsWith(name))
  const [only] = named
  if (only !== undefined && named.length === 1) {
    return fromParts(ending.length === 2 ? `20${ending}` : ending, String(MONTHS.indexOf(only) + 1))
  }
  const day = parseFrenchDate(text)
  return day === null ? null : monthOf(day)
}

const MONTHS = [
  'janvier',
  'fevrier',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'aout',
  'septembre',
  'octobre',
  'novembre',
  'decembre',
] as const

function fromParts(year: string, month = ''): YearMonth | null {
  return parseYearMonth(`${year}-${month.padStart(2, '0')}`)
}

/** The month a day belongs to. */
export function monthOf(date: LocalDate): YearMonth {
  return yearMonth(date.slice(0, 7))
}

/** First day of the month. */
export function firstDay(month: YearMonth): LocalDate {
  return localDate(`${month}-01`)
}

/** Last day of the month. */
export function lastDay(month: YearMonth): LocalDate {
  return addDays(firstDay(nextMonth(month)), -1)
}

/** The month after. */
export function nextMonth(month: YearMonth): YearMonth {
  return addMonths(month, 1)
}

/** The month before. */
export function previousMonth(month: YearMonth): YearMonth {
  return addMonths(month, -1)
}

/** Months from `from` to `to`: 0 for the same month, negative backwards. */
export function monthsBetween(from: YearMonth, to: YearMonth): number {
  return monthIndex(to) - monthIndex(from)
}

/** The month `count` months later (earlier when negative). */
export function addMonths(month: YearMonth, count: number): YearMonth {
  assert(Number.isSafeInteger(count), 'months are whole')
  const index = monthIndex(month) + count
  const year = Math.floor(index / 12)
  return yearMonth(`${String(year).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`)
}

/** Negative when `left` is earlier, 0 when equal, positive when later: made for `sort`. */
export function compareMonths(left: YearMonth, right: YearMonth): number {
  return monthIndex(left) - monthIndex(right)
}

/** The calendar year of the month, as a number. */
export function yearOf(month: YearMonth): number {
  return Number(month.slice(0, 4))
}

function isCalendarMonth(text: string): boolean {
  return /^(19|[2-9]\d)\d{2}-(0[1-9]|1[0-2])$/.test(text)
}

function monthIndex(month: YearMonth): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}
