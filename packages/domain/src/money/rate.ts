import { assert } from '../assert.ts'
import { type Cents, cents } from './cents.ts'

declare const rateBrand: unique symbol

/** A rate in basis points: 1 350n is 13,5 %. Integers only, so 5,5 % (550n) is exact. */
export type RateBp = bigint & { readonly [rateBrand]: true }

/** 100 % in basis points. */
export const WHOLE_BP = 10_000n

/** The only constructor of `RateBp`. Rates are never negative. */
export function rateBp(basisPoints: bigint): RateBp {
  assert(typeof basisPoints === 'bigint', 'a rate is a bigint of basis points')
  assert(basisPoints >= 0n && basisPoints <= 1_000_000n, 'a rate lies between 0 and 10 000 %')
  return basisPoints as RateBp
}

/**
 * Integer division rounded half away from zero: 5/2 gives 3, -5/2 gives -3. Rounding the absolute
 * value keeps a refund equal to the sale it cancels. `/` on bigint truncates, so money is divided
 * nowhere else.
 */
export function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  assert(denominator > 0n, 'the denominator must be positive')
  if (numerator < 0n) return -divideHalfUp(-numerator, denominator)
  return (2n * numerator + denominator) / (2n * denominator)
}

/** Integer division rounded towards minus infinity; `allocate` hands out what it leaves. */
export function divideFloor(numerator: bigint, denominator: bigint): bigint {
  assert(denominator > 0n, 'the denominator must be positive')
  const truncated = numerator / denominator
  return numerator < 0n && truncated * denominator !== numerator ? truncated - 1n : truncated
}

/** `amount x rate`, rounded half away from zero to the cent. */
export function applyRateHalfUp(amount: Cents, rate: RateBp): Cents {
  return cents(divideHalfUp(amount * rate, WHOLE_BP))
}
