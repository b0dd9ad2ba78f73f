import type { Cents } from '../money/cents.ts'

/** A change larger than this from one month to the next deserves a look before closing: 30 %. */
export const LARGE_CHANGE_BP = 3_000n

/**
 * Change from `before` to `now` in basis points of the amount before, cut towards zero: 1 000 € after
 * 800 € is 2 500 (+25 %). Null when there was nothing before, since nothing can be compared to zero.
 */
export function changeBp(before: Cents, now: Cents): bigint | null {
  if (before === 0n) return null
  return ((now - before) * 10_000n) / (before < 0n ? -before : before)
}

/** Whether an amount moved so much that staff should see it first; appearing from zero always does. */
export function isLargeChange(before: Cents, now: Cents): boolean {
  const change = changeBp(before, now)
  if (change === null) return now !== 0n
  return change > LARGE_CHANGE_BP || change < -LARGE_CHANGE_BP
}
