import {
  addDays,
  addMonthsClamped,
  daysBetween,
  type LocalDate,
  laterOf,
} from '../time/local-date.ts'

// How the clocks count. An interval includes both its days. Its length is the whole months from its
// first day (a month that lacks the day ends on its last one), then the days that remain. Intervals
// that share a day or touch are one: nothing counts twice, and a contract cut in two that follow each
// other counts as the one it was. A deadline is: first day + limit - months - days.
//
// The days that remain of a month never deduct more than that month whole would: 30 odd days taken
// from a date after February would else weigh more than one month, and a longer earlier contract
// would give a later deadline.

/** A length in calendar months and days. */
export type Length = { readonly months: number; readonly days: number }

/** Days from `startsOn` to `endsOn`, both included, with what they come from. */
export type Interval<Source = unknown> = {
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly sources: readonly Source[]
}

/** The length of an interval: 15/01/2024 to 14/01/2025 is 12 months, one day more is 12 months 1 day. */
export function lengthOf({ startsOn, endsOn }: Omit<Interval, 'sources'>): Length {
  const after = addDays(endsOn, 1)
  const guess =
    (Number(after.slice(0, 4)) - Number(startsOn.slice(0, 4))) * 12 +
    Number(after.slice(5, 7)) -
    Number(startsOn.slice(5, 7))
  const months = addMonthsClamped(startsOn, guess) <= after ? guess : guess - 1
  return { months, days: daysBetween(addMonthsClamped(startsOn, months), after) }
}

/** The same days, each once: intervals that overlap or touch become one, in order of time. */
export function unionOf<Source>(intervals: readonly Interval<Source>[]): Interval<Source>[] {
  const sorted = [...intervals].sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1))
  const merged: Interval<Source>[] = []
  for (const next of sorted) {
    const last = merged.at(-1)
    if (last === undefined || next.startsOn > addDays(last.endsOn, 1)) {
      merged.push(next)
      continue
    }
    const endsOn = laterOf(next.endsOn, last.endsOn)
    merged[merged.length - 1] = {
      startsOn: last.startsOn,
      endsOn,
      sources: [...last.sources, ...next.sources],
    }
  }
  return merged
}

export type Deduction = {
  /** First day + limit - months - days; not before the first day. */
  readonly on: LocalDate
  /** The earlier lengths took the whole limit. */
  readonly isUsedUp: boolean
  /** What each length counted as, in the order given. */
  readonly counted: readonly Length[]
}

/** The day that is `limitMonths` after `startsOn`, minus each of the lengths. */
export function deduct(
  startsOn: LocalDate,
  limitMonths: number,
  lengths: readonly Length[],
): Deduction {
  const months = lengths.reduce((sum, length) => sum + length.months, 0)
  let oddDays = lengths.reduce((sum, length) => sum + length.days, 0)
  let on = addDays(addMonthsClamped(startsOn, limitMonths - months), -oddDays)
  let wholeMonths = 0
  const byDays = lengths.map((_, at) => at).filter((at) => daysAt(lengths, at) > 0)
  byDays.sort((a, b) => daysAt(lengths, b) - daysAt(lengths, a) || a - b)
  byDays.forEach((at, rank) => {
    oddDays -= daysAt(lengths, at)
    const candidate = addDays(addMonthsClamped(startsOn, limitMonths - months - rank - 1), -oddDays)
    if (candidate <= on) return
    on = candidate
    wholeMonths = rank + 1
  })
  const rounded = new Set(byDays.slice(0, wholeMonths))
  const counted = lengths.map((length, at) =>
    rounded.has(at) ? { months: length.months + 1, days: 0 } : length,
  )
  return { on: on < startsOn ? startsOn : on, isUsedUp: on <= startsOn, counted }
}

function daysAt(lengths: readonly Length[], at: number): number {
  return lengths[at]?.days ?? 0
}
