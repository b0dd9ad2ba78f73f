import type { LocalDate } from '../time/local-date.ts'

/** What a later note may be about: the mentions of C. trav. D1221-23 that can change, or another fact. */
export const REGISTER_MENTIONS = [
  'name',
  'nationality',
  'born_on',
  'sex',
  'job',
  'qualification',
  'authorisation',
  'permit',
  'other',
] as const
export type RegisterMention = (typeof REGISTER_MENTIONS)[number]

/** A hire that the register holds, or should. */
export interface Hire {
  contractId: string
  hiredOn: LocalDate
}

/**
 * The hires that are not in the register, in the order in which they are written there: that of the hires
 * (C. trav. L1221-13). Only the first may be written next.
 */
export function hiresToEnter<H extends Hire>(
  hires: readonly H[],
  entered: ReadonlySet<string>,
): readonly H[] {
  return hires
    .filter(({ contractId }) => !entered.has(contractId))
    .toSorted((one, other) =>
      one.hiredOn === other.hiredOn
        ? one.contractId.localeCompare(other.contractId)
        : one.hiredOn.localeCompare(other.hiredOn),
    )
}
