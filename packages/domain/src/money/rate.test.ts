import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents, negate } from './cents.ts'
import { applyRateHalfUp, divideFloor, divideHalfUp, rateBp } from './rate.ts'

const amounts = fc.bigInt(-(10n ** 15n), 10n ** 15n)
const positives = fc.bigInt(1n, 10n ** 9n)

describe('divideHalfUp', () => {
  it('rounds halves away from zero', () => {
    expect(divideHalfUp(5n, 2n)).toBe(3n)
    expect(divideHalfUp(-5n, 2n)).toBe(-3n)
    expect(divideHalfUp(4n, 3n)).toBe(1n)
    expect(divideHalfUp(-4n, 3n)).toBe(-1n)
    expect(divideHalfUp(0n, 7n)).toBe(0n)
    expect(() => divideHalfUp(1n, 0n)).toThrow()
  })

  it('is never more than half a unit away, and mirrors negative amounts', () => {
    fc.assert(
      fc.property(amounts, positives, (numerator, denominator) => {
        const rounded = divideHalfUp(numerator, denominator)
        const twiceError = 2n * (rounded * denominator - numerator)
        expect(twiceError <= denominator && twiceError >= -denominator).toBe(true)
        expect(divideHalfUp(-numerator, denominator)).toBe(-rounded)
      }),
    )
  })
})

describe('divideFloor', () => {
  it('never exceeds the exact quotient and leaves less than one unit', () => {
    fc.assert(
      fc.property(amounts, positives, (numerator, denominator) => {
        const left = numerator - divideFloor(numerator, denominator) * denominator
        expect(left >= 0n && left < denominator).toBe(true)
      }),
    )
  })
})

describe('applyRateHalfUp', () => {
  it('keeps rates such as 5,5 % and 13,5 % exact', () => {
    expect(applyRateHalfUp(cents(275_000n), rateBp(1_350n))).toBe(37_125n)
    expect(applyRateHalfUp(cents(10n), rateBp(550n))).toBe(1n)
    expect(applyRateHalfUp(cents(9n), rateBp(550n))).toBe(0n)
    expect(applyRateHalfUp(cents(-10n), rateBp(550n))).toBe(-1n)
  })

  it('gives a refund the opposite of its sale', () => {
    fc.assert(
      fc.property(amounts, fc.bigInt(0n, 10_000n), (amount, rate) => {
        const forward = applyRateHalfUp(cents(amount), rateBp(rate))
        expect(applyRateHalfUp(cents(-amount), rateBp(rate))).toBe(negate(forward))
      }),
    )
  })

  it('knows no negative rate', () => {
    expect(() => rateBp(-1n)).toThrow()
  })
})
