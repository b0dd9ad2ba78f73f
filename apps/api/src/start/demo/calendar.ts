import { addDays, earlierOf, type LocalDate } from '@terreau/domain/time/local-date'
import {
  addMonths,
  firstDay,
  lastDay,
  monthOf,
  previousMonth,
  type YearMonth,
} from '@terreau/domain/time/year-month'

/** The month that is open in the demonstration, and the current one, counted from twelve months before. */
export const OPEN = 12
export const CURRENT = OPEN + 1

/** When something happens in the demonstration: what `ctx.today` and `ctx.now` are for the verb. */
export interface Moment {
  today: LocalDate
  now: Date
}

/** Months are numbered so that the open one is always 12; days never pass the day of the filling. */
export interface Calendar {
  /** Number of the first month whose books are kept here. */
  first: number
  today: LocalDate
  month(n: number): YearMonth
  /** A day of a numbered month; the 31st is the last day of a shorter one. */
  day(n: number, day: number): LocalDate
  /** The first day of the books: what is older was brought in on that day. */
  adoptedOn: LocalDate
  /** '09:30' of a day, or the instant of the filling when that is earlier. */
  moment(day: LocalDate, time: string): Moment
}

export function calendarOf(filling: Moment, closedMonths: number): Calendar {
  const open = previousMonth(monthOf(filling.today))
  const first = OPEN - closedMonths
  const month = (n: number): YearMonth => addMonths(open, n - OPEN)
  const noon = new Date(`${filling.today}T12:00:00Z`)
  // A day fixed by TERREAU_TODAY is not the clock's: its noon then stands for the instant of the filling.
  const isToday = Math.abs(noon.getTime() - filling.now.getTime()) < 14 * 3_600_000
  const latest = isToday ? filling.now : noon
  return {
    first,
    today: filling.today,
    month,
    day: (n, day) => earlierOf(addDays(firstDay(month(n)), day - 1), lastDay(month(n))),
    adoptedOn: firstDay(month(first)),
    moment(day, time) {
      const planned = new Date(`${day}T${time}:00Z`)
      const isPast = planned.getTime() <= latest.getTime() && day <= filling.today
      return isPast ? { today: day, now: planned } : { today: filling.today, now: latest }
    },
  }
}
