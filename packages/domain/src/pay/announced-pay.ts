import { add, type Cents, ZERO } from '../money/cents.ts'

/** What the pay variables of a month said of a contract, in gross. */
export type AnnouncedPay = {
  /** Null when the contract gives none here; zero for one that is over. */
  readonly fixedPartCents: Cents | null
  /** Advance and balance that were decided, together. */
  readonly decidedCents: Cents
  /** The contract covers the month without a suspension: the fixed part is owed as it is. */
  readonly isWhole: boolean
}

/**
 * Whether a gross that comes back is what was announced. For a part of a month the payroll service counts
 * the days, so that any part of the fixed part will do; where the fixed part is not written, anything
 * from what was decided on.
 */
export function isAsAnnounced(grossCents: Cents, announced: AnnouncedPay): boolean {
  const { fixedPartCents, decidedCents, isWhole } = announced
  if (fixedPartCents === null) return grossCents >= decidedCents
  const least = isWhole ? fixedPartCents : ZERO
  return grossCents >= add(least, decidedCents) && grossCents <= add(fixedPartCents, decidedCents)
}
