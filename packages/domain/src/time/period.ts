// A Period includes BOTH its first and its last day, as French contracts count: a CAPE "du 15
// janvier 2026 au 14 janvier 2027" lasts exactly twelve months. `endsOn: null` means "no end yet".
import { assert } from '../assert.ts'
import { addDays, daysBetween, type LocalDate } from './local-date.ts'

export type Period = { readonly startsOn: LocalDate; readonly endsOn: LocalDate | null }

/** Builds a period. Throws when it ends before it starts. */
export function period(startsOn: LocalDate, endsOn: LocalDate | null): Period {
  assert(endsOn === null || endsOn >= startsOn, 'a period does not end before it starts')
  return { startsOn, endsOn }
}

/** Whether the day lies in the period, both ends included. */
export function contains(range: Period, date: LocalDate): boolean {
  return date >= range.startsOn && (range.endsOn === null || date <= range.endsOn)
}

/** Whether two periods share at least one day. */
export function overlap(left: Period, right: Period): boolean {
  const leftStartsInTime = right.endsOn === null || left.startsOn <= right.endsOn
  const rightStartsInTime = left.endsOn === null || right.startsOn <= left.endsOn
  return leftStartsInTime && rightStartsInTime
}

/** Number of days, both ends included. Throws on a period without end. */
export function lengthInDays(range: Period): number {
  assert(range.endsOn !== null, 'a period without end has no length')
  return daysBetween(range.startsOn, range.endsOn) + 1
}

/** Whether `next` starts on the very day after `previous` ends. */
export function follows(previous: Period, next: Period): boolean {
  return previous.endsOn !== null && next.startsOn === addDays(previous.endsOn, 1)
}
