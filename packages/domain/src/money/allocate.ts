import { assert } from '../assert.ts'
import { type Cents, cents, negate } from './cents.ts'
import { divideFloor } from './rate.ts'

/**
 * Splits `total` in proportion to `weights` by the largest remainder: the parts always sum to
 * `total`, and each is less than a cent away from its exact share. Equal remainders go to the
 * earlier part, so the same call always gives the same split. A negative total is the opposite of
 * the positive split. Throws without weights, on a negative weight, or when all weights are zero.
 */
export function allocate(total: Cents, weights: readonly bigint[]): Cents[] {
  assert(weights.length > 0, 'nothing to allocate to')
  assert(
    weights.every((weight) => weight >= 0n),
    'weights are not negative',
  )
  const weightSum = weights.reduce((sum, weight) => sum + weight, 0n)
  assert(weightSum > 0n, 'at least one weight is positive')
  if (total < 0n) return allocate(negate(total), weights).map(negate)

  const shares = weights.map((weight, index) => {
    const floor = divideFloor(total * weight, weightSum)
    return { index, floor, remainder: total * weight - floor * weightSum }
  })
  const left = total - shares.reduce((sum, share) => sum + share.floor, 0n)
  const byRemainder = [...shares].sort(compareRemainders)
  const isLucky = (rank: number) => BigInt(rank) < left
  const lucky = new Set(byRemainder.filter((_, rank) => isLucky(rank)).map(({ index }) => index))
  return shares.map((share) => cents(share.floor + (lucky.has(share.index) ? 1n : 0n)))
}

type Share = { index: number; floor: bigint; remainder: bigint }

function compareRemainders(a: Share, b: Share): number {
  if (a.remainder !== b.remainder) return a.remainder > b.remainder ? -1 : 1
  return a.index - b.index
}
