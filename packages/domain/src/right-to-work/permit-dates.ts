import { ok, type Refusal, type Result, refused } from '../result.ts'
import {
  addDays,
  addMonthsClamped,
  daysBetween,
  type LocalDate,
  laterOf,
} from '../time/local-date.ts'
import type { PermitKind } from './permit-kinds.ts'

/** A fact that moves the last day of a permit, with its proof. */
export type Prolongation =
  | { kind: 'three_months'; askedOn: LocalDate }
  | { kind: 'renewal_receipt' | 'extension_certificate'; until: LocalDate }

export interface PermitDates {
  kind: PermitKind
  validFrom: LocalDate | null
  validUntil: LocalDate
}

/** Days before the end at which the office and the person hear of it. */
export const ALERT_DAYS = [120, 90, 60, 30, 7, 0] as const

/** Why a fact does not move the last day; each has its words next to the field. */
type ProlongationFault =
  | 'prolongation-too-short'
  | 'prolongation-start-unknown'
  | 'prolongation-one-year-title'
  | 'prolongation-asked-late'

/**
 * The day until which a recorded fact keeps the rights. The three months after the end are for resident
 * cards and titles of more than one year whose renewal was asked before it (CESEDA L433-3); a receipt says
 * its own day.
 */
export function prolongedUntil(
  permit: PermitDates,
  by: Prolongation,
): Result<LocalDate, Refusal<ProlongationFault>> {
  const { validUntil } = permit
  if (by.kind !== 'three_months')
    return by.until > validUntil ? ok(by.until) : refused('prolongation-too-short')
  const isLong = permit.kind === 'resident_card' || isLongerThanOneYear(permit)
  if (isLong === null) return refused('prolongation-start-unknown')
  if (!isLong) return refused('prolongation-one-year-title')
  if (by.askedOn > validUntil) return refused('prolongation-asked-late')
  return ok(addMonthsClamped(validUntil, 3))
}

/** From 10 January 2026 to 9 January 2027 is one year, 29 February 2024 to 28 February 2025 too. */
function isLongerThanOneYear({ validFrom, validUntil }: PermitDates): boolean | null {
  if (validFrom === null) return null
  return addMonthsClamped(addDays(validFrom, -1), 12) < validUntil
}

/** No paper holds for longer: a later day is a slip of the keyboard, and its end would never be told. */
const LONGEST_MONTHS = 15 * 12

/** Whether a last day is too far ahead to be one. */
export function isUnlikelyEnd(day: LocalDate | null, today: LocalDate): boolean {
  return day !== null && day > addMonthsClamped(today, LONGEST_MONTHS)
}

/** The last day of a permit with everything that was recorded; null when it does not end. */
export function lastDayOf(
  validUntil: LocalDate | null,
  prolongations: readonly LocalDate[],
): LocalDate | null {
  if (validUntil === null) return null
  return prolongations.reduce(laterOf, validUntil)
}

/** The alert that is due for a last day: the nearest of 120, 90, 60, 30, 7 and 0 days; null before. */
export function alertDue(lastDay: LocalDate, today: LocalDate): (typeof ALERT_DAYS)[number] | null {
  return nearestAlert(ALERT_DAYS, { lastDay, today })
}

/** The nearest of these thresholds (days before a last day) that is reached; null before all of them. */
export function nearestAlert<Days extends number>(
  thresholds: readonly Days[],
  { lastDay, today }: { lastDay: LocalDate; today: LocalDate },
): Days | null {
  const left = daysBetween(today, lastDay)
  const reached = thresholds.filter((days) => left <= days)
  return reached.toSorted((one, other) => one - other)[0] ?? null
}
