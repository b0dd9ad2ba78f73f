import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocate } from './allocate.ts'
import { cents, sumCents } from './cents.ts'

const totals = fc.bigInt(-(10n ** 12n), 10n ** 12n).map(cents)
const weightLists = fc
  .array(fc.bigInt(0n, 10n ** 6n), { minLength: 1, maxLength: 20 })
  .filter((weights) => weights.some((weight) => weight > 0n))

describe('allocate', () => {
  it('gives the odd cents to the largest remainders, then to the first parts', () => {
    expect(allocate(cents(100n), [1n, 1n, 1n])).toEqual([34n, 33n, 33n])
    expect(allocate(cents(-100n), [1n, 1n, 1n])).toEqual([-34n, -33n, -33n])
    expect(allocate(cents(5n), [1n, 0n, 3n])).toEqual([1n, 0n, 4n])
  })

  it('always sums to the total, each part within a cent of its share', () => {
    fc.assert(
      fc.property(totals, weightLists, (total, weights) => {
        const parts = allocate(total, weights)
        expect(sumCents(parts)).toBe(total)
        const weightSum = weights.reduce((sum, weight) => sum + weight, 0n)
        for (const [index, part] of parts.entries()) {
          const gap = part * weightSum - total * (weights[index] ?? 0n)
          expect(gap < weightSum && gap > -weightSum).toBe(true)
        }
      }),
    )
  })

  it('refuses to allocate to nobody', () => {
    expect(() => allocate(cents(1n), [])).toThrow()
    expect(() => allocate(cents(1n), [0n])).toThrow()
    expect(() => allocate(cents(1n), [-1n, 2n])).toThrow()
  })
})
