import { addDays, addMonthsClamped, type LocalDate } from '../time/local-date.ts'
import { type Career, type CareerContract, lastDayOf, tookEffect } from './career.ts'
import { type Interval, type Length, lengthOf, unionOf } from './lengths.ts'
import type { ClockRule } from './rules.ts'
import type { ClockSettings } from './settings.ts'

/** What every clock is computed from. */
export type Known = {
  readonly career: Career
  readonly today: LocalDate
  readonly settings: ClockSettings
  readonly interviewsUntil: LocalDate
  /** The days of the interviews that count, by contract. */
  readonly interviewDays: ReadonlyMap<string, readonly LocalDate[]>
}

/** Earlier days with the cooperative, as one interval and its length. */
export type EarlierTime = Interval<CareerContract> & { readonly length: Length }

/**
 * The days of the other contracts before the first day of this one, each counted once. A contract that
 * still runs beside it counts until the eve.
 */
export function earlierTime(contract: CareerContract, career: Career): EarlierTime[] {
  const eve = addDays(contract.startsOn, -1)
  const intervals = career.contracts
    .filter((other) => other.id !== contract.id && tookEffect(other) && other.startsOn <= eve)
    .sort((a, b) => (a.startsOn + a.id < b.startsOn + b.id ? -1 : 1))
    .map((other) => {
      const lastDay = lastDayOf(other)
      const endsOn = lastDay === null || lastDay > eve ? eve : lastDay
      return { startsOn: other.startsOn, endsOn, sources: [other] }
    })
  return unionOf(intervals).map((interval) => ({ ...interval, length: lengthOf(interval) }))
}

/** The alert days of a rule before an end, earliest first. */
export function alertsBefore(rule: ClockRule, endsOn: LocalDate): LocalDate[] {
  const { monthsBefore = [], daysBefore = [] } = rule.alerts
  return [
    ...monthsBefore.map((months) => addMonthsClamped(endsOn, -months)),
    ...daysBefore.map((days) => addDays(endsOn, -days)),
  ].sort()
}
