import { assert } from '../assert.ts'
import type { LocalDate } from '../time/local-date.ts'
import {
  addMonths,
  firstDay,
  lastDay,
  monthsBetween,
  previousMonth,
  type YearMonth,
  yearMonth,
  yearOf,
} from '../time/year-month.ts'

/** A financial year in whole months, both included: twelve at most. */
export type FinancialYear = { readonly firstMonth: YearMonth; readonly lastMonth: YearMonth }

/** From a day on, the month of the calendar (1 to 12) in which the financial year begins. */
export type YearBeginsIn = { readonly from: LocalDate; readonly month: number }

/** What holds before a cooperative decided anything: the financial year is the calendar year. */
const JANUARY = 1

/**
 * The financial year that a month belongs to (C. trav. R7331-11, 2°: the variable part is computed per
 * financial year). A year begins with each month that is the first one on its first day, and after
 * twelve months at the latest, since accounts are drawn up once in twelve months at least (C. com.
 * L123-12). So a changed month gives one shorter year, never a longer one.
 */
export function financialYearOf(month: YearMonth, decided: readonly YearBeginsIn[]): FinancialYear {
  let firstMonth = anchorBefore(month, decided)
  for (;;) {
    const next = nextBeginning(firstMonth, decided)
    if (next > month) return { firstMonth, lastMonth: previousMonth(next) }
    firstMonth = next
  }
}

/** The financial years that ended before a day, the latest first. */
export function yearsEndedBefore(
  on: LocalDate,
  decided: readonly YearBeginsIn[],
  count: number,
): FinancialYear[] {
  const years: FinancialYear[] = []
  let month = yearMonth(on.slice(0, 7))
  while (years.length < count) {
    const year = financialYearOf(month, decided)
    if (lastDay(year.lastMonth) < on) years.push(year)
    month = previousMonth(year.firstMonth)
  }
  return years
}

/** Whether a contract covers a day of the year; `lastOn` is null without an end. */
export function coversYear(
  contract: { readonly startsOn: LocalDate; readonly lastOn: LocalDate | null },
  { firstMonth, lastMonth }: FinancialYear,
): boolean {
  const hasBegun = contract.startsOn <= lastDay(lastMonth)
  return hasBegun && (contract.lastOn === null || contract.lastOn >= firstDay(firstMonth))
}

function nextBeginning(firstMonth: YearMonth, decided: readonly YearBeginsIn[]): YearMonth {
  for (let after = 1; after < 12; after += 1) {
    const month = addMonths(firstMonth, after)
    if (isFirst(month, decided)) return month
  }
  return addMonths(firstMonth, 12)
}

function isFirst(month: YearMonth, decided: readonly YearBeginsIn[]): boolean {
  const inForce = decided
    .filter(({ from }) => from <= firstDay(month))
    .reduce<YearBeginsIn | null>((last, one) => (last && last.from > one.from ? last : one), null)
  const beginsIn = inForce?.month ?? JANUARY
  assert(beginsIn >= 1 && beginsIn <= 12, 'a month of the calendar')
  return Number(month.slice(5)) === beginsIn
}

/** A January that surely begins a year: before any decision, and not after the month. */
function anchorBefore(month: YearMonth, decided: readonly YearBeginsIn[]): YearMonth {
  const years = decided.map(({ from }) => Number(from.slice(0, 4)) - 1)
  const anchor = yearMonth(`${Math.min(yearOf(month), ...years)}-01`)
  assert(monthsBetween(anchor, month) >= 0, 'the anchor comes first')
  return anchor
}
