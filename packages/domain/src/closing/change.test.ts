import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents, ZERO } from '../money/cents.ts'
import { changeBp, isLargeChange } from './change.ts'

describe('the change of an amount from one month to the next', () => {
  it('is in basis points of what it was', () => {
    expect(changeBp(cents(80_000n), cents(100_000n))).toBe(2_500n)
    expect(changeBp(cents(80_000n), cents(40_000n))).toBe(-5_000n)
    expect(changeBp(cents(-80_000n), cents(-40_000n))).toBe(5_000n)
  })

  it('is unknown after nothing, and then any amount is large', () => {
    expect(changeBp(ZERO, cents(1n))).toBeNull()
    expect(isLargeChange(ZERO, cents(1n))).toBe(true)
    expect(isLargeChange(ZERO, ZERO)).toBe(false)
  })

  it('is large beyond 30 %, either way, and not at 30 %', () => {
    expect(isLargeChange(cents(10_000n), cents(13_000n))).toBe(false)
    expect(isLargeChange(cents(10_000n), cents(13_001n))).toBe(true)
    expect(isLargeChange(cents(10_000n), cents(7_000n))).toBe(false)
    expect(isLargeChange(cents(10_000n), cents(6_999n))).toBe(true)
  })

  it('has the sign of the difference', () => {
    const amount = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n })
    fc.assert(
      fc.property(amount, amount, (before, now) => {
        const change = changeBp(cents(before), cents(now))
        if (change === null) return before === 0n
        return now >= before ? change >= 0n : change <= 0n
      }),
    )
  })
})
