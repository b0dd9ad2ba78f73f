import { type LocalDate, parseLocalDate } from '@terreau/domain/time/local-date'
import { monthOf, type YearMonth } from '@terreau/domain/time/year-month'
import type { LineProblems } from './problems.ts'

/** A day of the month; null once its problem is reported. */
export function readDay(
  text: string,
  month: YearMonth,
  at: { problems: LineProblems; field: string },
): LocalDate | null {
  if (text === '') return at.problems.add(at.field, 'field-required')
  const day = parseLocalDate(text)
  if (day === null) return at.problems.add(at.field, 'date-does-not-exist')
  if (monthOf(day) !== month) return at.problems.add(at.field, 'date-outside-month', { month })
  return day
}
