import { assert } from '../assert.ts'
import { utcDay } from './utc-day.ts'

declare const localDateBrand: unique symbol

/** A calendar day 'YYYY-MM-DD', with neither hour nor time zone. Sorts as text. */
export type LocalDate = string & { readonly [localDateBrand]: true }

/** The only constructor of `LocalDate`. Throws unless the day exists. */
export function localDate(text: string): LocalDate {
  assert(isCalendarDay(text), `not a calendar day: ${text}`)
  return text as LocalDate
}

/** Reads 'YYYY-MM-DD'; null when it is not an existing day. */
export function parseLocalDate(text: string): LocalDate | null {
  return isCalendarDay(text) ? localDate(text) : null
}

/**
 * Reads a day as the French write it: 31/10/2026, 1/10/2026, 31-10-2026, 31.10.2026, 31/10/26, and
 * ISO 2026-10-31, with spaces around. A two-digit year is of the century that starts in 1970 at the
 * earliest (26 is 2026, 85 is 1985). Null when the text is no existing day.
 */
export function parseFrenchDate(text: string): LocalDate | null {
  const trimmed = text.replace(/[\s\u200e\u200f\ufeff]+/g, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(trimmed)
  if (iso) return fromParts(iso[1], iso[2], iso[3])
  const french = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})$/.exec(trimmed)
  if (french) return fromParts(fullYear(french[3] ?? ''), french[2], french[1])
  return null
}

/** The day `days` later (earlier when negative). */
export function addDays(date: LocalDate, days: number): LocalDate {
  assert(Number.isSafeInteger(days), 'days are whole')
  return localDate(new Date((dayNumber(date) + days) * DAY_MS).toISOString().slice(0, 10))
}

/**
 * The same day of the month `months` later, or that month's last day when it is shorter:
 * 31 January plus one month is 28 (or 29) February.
 */
export function addMonthsClamped(date: LocalDate, months: number): LocalDate {
  assert(Number.isSafeInteger(months), 'months are whole')
  return localDate(utcDay(date).add(months, 'month').format('YYYY-MM-DD'))
}

/** Days from `from` to `to`: 0 for the same day, 1 for the next one, negative backwards. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Negative when `left` is earlier, 0 when equal, positive when later: made for `sort`. */
export function compareDates(left: LocalDate, right: LocalDate): number {
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export function weekday(date: LocalDate): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return WEEKDAYS[(((dayNumber(date) + 3) % 7) + 7) % 7] ?? 7
}

/** The earlier of two days. */
export function earlierOf(left: LocalDate, right: LocalDate): LocalDate {
  return left < right ? left : right
}

/** The later of two days. */
export function laterOf(left: LocalDate, right: LocalDate): LocalDate {
  return left < right ? right : left
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

const DAY_MS = 86_400_000

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** Days since Thursday 1 January 1970: every day of a calendar without hours is as long as any other. */
function dayNumber(date: LocalDate): number {
  return Date.parse(date) / DAY_MS
}

function isCalendarDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1900 || month < 1 || month > 12 || day < 1) return false
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const length = month === 2 && isLeap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)
  return day <= length
}

function fullYear(digits: string): string {
  if (digits.length === 4) return digits
  return Number(digits) >= 70 ? `19${digits}` : `20${digits}`
}

function fromParts(year = '', month = '', day = ''): LocalDate | null {
  return parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
}
