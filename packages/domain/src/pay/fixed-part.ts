import type { Cents } from '../money/cents.ts'

/**
 * - `covered`: the account holds at least the gross fixed parts of its activity. Their cost is higher, so
 *   that it still may not be enough; the simulator says it.
 * - `uncovered`: it holds less: the fixed part is owed all the same.
 * - `paid`: a slip of the month stands, and its cost has left the account already.
 * - `not-written`: the contract, made elsewhere, gives no fixed part here.
 */
export type FixedPartState = 'covered' | 'uncovered' | 'paid' | 'not-written'

/**
 * The fixed part is owed each month, whatever the account holds (C. trav. R7331-11, 1°): an empty
 * account is an alert, never a month without pay. `owedCents` is the gross that the CESA of the
 * activity that are not paid yet owe together, since they draw on one account.
 */
export function fixedPartState(of: {
  readonly isPaid: boolean
  readonly fixedPartCents: Cents | null
  readonly owedCents: Cents
  readonly availableCents: Cents
}): FixedPartState {
  if (of.isPaid) return 'paid'
  if (of.fixedPartCents === null) return 'not-written'
  return of.availableCents < of.owedCents ? 'uncovered' : 'covered'
}
