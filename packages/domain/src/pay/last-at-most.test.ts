import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lastAtMost } from './last-at-most.ts'

/** Rises, with the small steps of a rounded coefficient and one large jump at `cliff`. */
function staircase(cliff: bigint) {
  return (at: bigint): bigint => {
    const smooth = 2_160n + (at * 13n) / 10n + (at / 61n) * 17n
    return at >= cliff ? smooth + 11_200n : smooth
  }
}

describe('the last amount whose value fits', () => {
  it('is the one that trying every cent finds, on both sides of a jump', () => {
    const cliff = 2_000n
    const valueAt = staircase(cliff)
    for (let target = valueAt(cliff - 30n); target < valueAt(cliff + 30n); target += 7n) {
      let byHand = 0n
      for (let at = 0n; at <= 4_000n; at += 1n) if (valueAt(at) <= target) byHand = at
      const bounds = {
        from: { at: 0n, value: valueAt(0n) },
        to: { at: 4_001n, value: valueAt(4_001n) },
      }
      expect(lastAtMost(target, valueAt, bounds)).toBe(byHand)
    }
  })

  it('proves itself for any target, and asks seldom', () => {
    const asked = fc.record({
      cliff: fc.bigInt({ min: 1n, max: 900_000n }),
      target: fc.bigInt({ min: 5_000n, max: 900_000n }),
    })
    fc.assert(
      fc.property(asked, ({ cliff, target }) => {
        const valueAt = staircase(cliff)
        let times = 0
        const counted = (at: bigint) => {
          times += 1
          return valueAt(at)
        }
        const bounds = {
          from: { at: 0n, value: valueAt(0n) },
          to: { at: target + 1n, value: valueAt(target + 1n) },
        }
        const at = lastAtMost(target, counted, bounds)
        expect(valueAt(at) <= target && valueAt(at + 1n) > target).toBe(true)
        expect(times).toBeLessThan(45)
      }),
    )
  })

  it('begins between the closest points that are known', () => {
    const valueAt = staircase(1_000_000n)
    const known = [200_000n, 200_001n].map((at) => ({ at, value: valueAt(at) }))
    const bounds = {
      from: { at: 0n, value: valueAt(0n) },
      to: { at: 500_000n, value: valueAt(500_000n) },
      known,
    }
    const never = () => {
      throw new Error('asked although it was known')
    }
    expect(lastAtMost(valueAt(200_000n), never, bounds)).toBe(200_000n)
  })

  it('wants its target between the bounds', () => {
    const bounds = { from: { at: 0n, value: 10n }, to: { at: 5n, value: 20n } }
    expect(() => lastAtMost(9n, (at) => at, bounds)).toThrow()
    expect(() => lastAtMost(20n, (at) => at, bounds)).toThrow()
  })
})
