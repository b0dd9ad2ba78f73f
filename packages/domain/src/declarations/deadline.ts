import { assert } from '../assert.ts'
import { daysBetween, earlierOf, type LocalDate, localDate } from '../time/local-date.ts'
import { lastDay, nextMonth, type YearMonth } from '../time/year-month.ts'

/**
 * The last day to declare a month: day `day` of the month after, or its last day when it is
 * shorter. No text fixes it; each cooperative does. Day 5: October is declared until 5 November.
 */
export function deadlineFor(month: YearMonth, day: number): LocalDate {
  assert(Number.isSafeInteger(day) && day >= 1 && day <= 31, 'a deadline is a day of the month')
  const next = nextMonth(month)
  const last = lastDay(next)
  const isShorter = day > Number(last.slice(8))
  return isShorter ? last : earlierOf(localDate(`${next}-${String(day).padStart(2, '0')}`), last)
}

/** Whether a declaration sent on a day is late. The deadline itself is still in time. */
export function isLate(submittedOn: LocalDate, deadline: LocalDate): boolean {
  return submittedOn > deadline
}

/** Days left to declare: 0 on the last day, negative afterwards. */
export function daysLeft(today: LocalDate, deadline: LocalDate): number {
  return daysBetween(today, deadline)
}
