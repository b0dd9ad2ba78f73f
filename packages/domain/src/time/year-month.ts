import { assert } from '../assert.ts'
import { addDays, type LocalDate, localDate } from './local-date.ts'

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
