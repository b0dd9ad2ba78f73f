import { ok, type Refusal, type Result, refused } from '../result.ts'
import type { LocalDate } from '../time/local-date.ts'
import { overlap, type Period } from '../time/period.ts'

/** Why a contract is suspended. Which clocks that moves is the table of clocks' to say. */
export const SUSPENSION_REASONS = [
  'sickness',
  'work_accident',
  'maternity',
  'adoption',
  'paternity',
  'parental_leave',
  'family_care',
  'unpaid_leave',
  'other',
] as const
export type SuspensionReason = (typeof SUSPENSION_REASONS)[number]

/** Whether a text names a reason to suspend. */
export function isSuspensionReason(text: string): text is SuspensionReason {
  const known: readonly string[] = SUSPENSION_REASONS
  return known.includes(text)
}

export type SuspensionRefusalCode =
  | 'suspension-ends-before-start'
  | 'suspension-outside-contract'
  | 'suspension-overlaps'

/**
 * Whether a suspension fits: within the contract, both days included, and beside no other of the same
 * contract. `endsOn: null` means that nobody knows yet; it then reaches to the end of the contract.
 */
export function checkSuspension(
  wanted: Period,
  of: { readonly contract: Period; readonly others: readonly Period[] },
): Result<Period, Refusal<SuspensionRefusalCode>> {
  const { startsOn, endsOn } = wanted
  const { contract, others } = of
  if (endsOn !== null && endsOn < startsOn) return refused('suspension-ends-before-start')
  const isBefore = startsOn < contract.startsOn
  const lastDay: LocalDate = endsOn ?? startsOn
  const isAfter = contract.endsOn !== null && lastDay > contract.endsOn
  if (isBefore || isAfter)
    return refused('suspension-outside-contract', {
      startsOn: contract.startsOn,
      ...(contract.endsOn === null ? {} : { endsOn: contract.endsOn }),
    })
  const twin = others.find((other) => overlap(other, wanted))
  if (twin !== undefined) return refused('suspension-overlaps', { startsOn: twin.startsOn })
  return ok(wanted)
}
