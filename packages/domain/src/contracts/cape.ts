import { type DatedParameter, valueOn } from '../legal/dated-parameter.ts'
import { ok, type Refusal, type Result, refused } from '../result.ts'
import { addDays, addMonthsClamped, type LocalDate, localDate } from '../time/local-date.ts'
import type { Period } from '../time/period.ts'

/** Code de commerce, L127-2: twelve months at most, renewable twice. */
export const CAPE_LIMITS: DatedParameter<{ monthsMax: number; renewalsMax: number }> = [
  {
    from: localDate('2003-08-06'),
    value: { monthsMax: 12, renewalsMax: 2 },
    source: 'Code de commerce, L127-2 (loi 2003-721 du 1er août 2003, article 20)',
  },
]

export type CapeRefusalCode =
  | 'cape-ends-before-start'
  | 'cape-full-time-employee'
  | 'cape-third-renewal'
  | 'cape-too-long'
  | 'cape-gap'
  | 'cape-overlaps-previous'

/** A CAPE to check; both days are included. `sequence`: 0 first contract, 1 and 2 renewals. */
export type CapePeriodInput = {
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate
  readonly sequence: number
  /** The contract that this one renews. */
  readonly previous?: { readonly endsOn: LocalDate }
  /** Why a renewal does not start the day after: an exception that someone signs for. */
  readonly gapReason?: string
  readonly isFullTimeEmployee?: boolean
}

/**
 * Whether a CAPE may run from `startsOn` to `endsOn`, both included.
 * - Each contract lasts at most 12 months: 2026-01-15 to 2027-01-14 is allowed, one more day is not.
 * - At most two renewals, however short: renewals are counted, not months (L127-2).
 * - A renewal starts the day after the previous end; a gap needs a reason, an overlap is refused.
 * - A full-time employee cannot sign one (L127-1).
 * Refuses with the first broken rule, and returns the accepted period.
 */
export function checkCapePeriod(input: CapePeriodInput): Result<Period, Refusal<CapeRefusalCode>> {
  const { startsOn, endsOn, sequence } = input
  if (endsOn < startsOn) return refused('cape-ends-before-start', { startsOn, endsOn })
  if (input.isFullTimeEmployee) return refused('cape-full-time-employee')
  const { monthsMax, renewalsMax } = valueOn(CAPE_LIMITS, startsOn).value
  if (sequence > renewalsMax) return refused('cape-third-renewal', { renewalsMax })
  const latestEndsOn = latestCapeEnd(startsOn)
  if (endsOn > latestEndsOn) return refused('cape-too-long', { monthsMax, latestEndsOn, endsOn })
  return checkContinuity(input) ?? ok({ startsOn, endsOn })
}

/** The last day a CAPE that starts on a day may include. */
export function latestCapeEnd(startsOn: LocalDate): LocalDate {
  const { monthsMax } = valueOn(CAPE_LIMITS, startsOn).value
  return addDays(addMonthsClamped(startsOn, monthsMax), -1)
}

/** The day a renewal is expected to start. */
export function capeRenewalStart(previous: { endsOn: LocalDate }): LocalDate {
  return addDays(previous.endsOn, 1)
}

function checkContinuity({ startsOn, previous, gapReason }: CapePeriodInput) {
  if (previous === undefined) return null
  const expectedStartsOn = capeRenewalStart(previous)
  if (startsOn < expectedStartsOn) return refused('cape-overlaps-previous', { expectedStartsOn })
  const isExcused = (gapReason ?? '').trim() !== ''
  if (startsOn === expectedStartsOn || isExcused) return null
  return refused('cape-gap', { expectedStartsOn, startsOn })
}
