import { type Cents, cents } from '../money/cents.ts'
import { divideHalfUp } from '../money/rate.ts'

/**
 * What a person usually sells in a month: the median of their last months (half up between the two
 * middle ones), which one exceptional month does not move. Null without any month.
 */
export function usualSales(months: readonly Cents[]): Cents | null {
  const sorted = [...months].sort((left, right) => (left < right ? -1 : 1))
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle]
  const lower = sorted.length % 2 === 0 ? sorted[middle - 1] : upper
  if (upper === undefined || lower === undefined) return null
  return cents(divideHalfUp(lower + upper, 2n))
}
