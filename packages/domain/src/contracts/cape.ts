import { type DatedParameter, valueOn } from '../legal/dated-parameter.ts'
import type { Refusal } from '../result.ts'
import { addDays, addMonthsClamped, type LocalDate, localDate } from '../time/local-date.ts'

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
 * Every rule that a CAPE breaks.
 * - Each contract lasts at most 12 months: 2026-01-15 to 2027-01-14 is allowed, one more day is not.
 * - At most two renewals, however short: renewals are counted, not months (L127-2).
 * - A renewal starts the day after the previous end; a gap needs a reason, an overlap is refused.
 * - A full-time employee cannot sign one (L127-1).
 */
export function capeRefusals(input: CapePeriodInput): Refusal<CapeRefusalCode>[] {
  const { startsOn, endsOn, sequence } = input
  if (endsOn < startsOn) return [{ code: 'cape-ends-before-start', params: { startsOn, endsOn } }]
  const refusals: Refusal<CapeRefusalCode>[] = []
  if (input.isFullTimeEmployee) refusals.push({ code: 'cape-full-time-employee', params: {} })
  const { monthsMax, renewalsMax } = valueOn(CAPE_LIMITS, startsOn).value
  if (sequence > renewalsMax) refusals.push({ code: 'cape-third-renewal', params: { renewalsMax } })
  const latestEndsOn = latestCapeEnd(startsOn)
  if (endsOn > latestEndsOn) {
    refusals.push({ code: 'cape-too-long', params: { monthsMax, latestEndsOn, endsOn } })
  }
  const continuity = checkContinuity(input)
  return continuity === null ? refusals : [...refusals, continuity]
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

function checkContinuity(input: CapePeriodInput): Refusal<CapeRefusalCode> | null {
  const { startsOn, previous, gapReason } = input
  if (previous === undefined) return null
  const expectedStartsOn = capeRenewalStart(previous)
  if (startsOn < expectedStartsOn) {
    return { code: 'cape-overlaps-previous', params: { expectedStartsOn } }
  }
  const isExcused = (gapReason ?? '').trim() !== ''
  if (startsOn === expectedStartsOn || isExcused) return null
  return { code: 'cape-gap', params: { expectedStartsOn, startsOn } }
}
