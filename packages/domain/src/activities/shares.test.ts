import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents, sumCents } from '../money/cents.ts'
import { type ActivityShare, checkShares, splitByShares } from './shares.ts'

const share = (personId: string, sharePermille: number): ActivityShare => ({
  personId,
  sharePermille,
})
const codeOf = (shares: ActivityShare[]) => {
  const result = checkShares(shares)
  return result.ok ? 'ok' : result.refusal.code
}

describe('checkShares', () => {
  it('gives out the whole of an activity, to two people or more', () => {
    expect(codeOf([share('a', 600), share('b', 400)])).toBe('ok')
    expect(codeOf([share('a', 333), share('b', 333), share('c', 334)])).toBe('ok')
    expect(codeOf([share('a', 1_000)])).toBe('shares-need-two')
    expect(codeOf([])).toBe('shares-need-two')
    expect(codeOf([share('a', 500), share('a', 500)])).toBe('shares-person-twice')
  })

  it('says what is missing or too much', () => {
    const missing = checkShares([share('a', 600), share('b', 300)])
    expect(missing).toMatchObject({ refusal: { params: { missingPermille: 100 } } })
    const tooMuch = checkShares([share('a', 600), share('b', 401)])
    expect(tooMuch).toMatchObject({ refusal: { params: { missingPermille: -1 } } })
    expect(codeOf([share('a', 1_000), share('b', 0)])).toBe('shares-not-whole')
    expect(codeOf([share('a', 1_200), share('b', -200)])).toBe('shares-not-whole')
    expect(codeOf([share('a', 500.5), share('b', 499.5)])).toBe('shares-not-whole')
  })
})

describe('splitByShares', () => {
  it('splits to the cent', () => {
    const split = splitByShares(cents(100n), [share('a', 333), share('b', 333), share('c', 334)])
    expect([...split.values()]).toEqual([33n, 33n, 34n])
    const loss = splitByShares(cents(-1_001n), [share('a', 500), share('b', 500)])
    expect(sumCents([...loss.values()])).toBe(-1_001n)
  })

  it('always sums to the whole, in whatever order people are written', () => {
    const shares = fc
      .uniqueArray(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 6 })
      .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 1_000])
      .map((cuts) => cuts.slice(1).map((cut, i) => share(`p${i}`, cut - (cuts[i] ?? 0))))
    fc.assert(
      fc.property(shares, fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), (people, total) => {
        expect(codeOf(people)).toBe('ok')
        const split = splitByShares(cents(total), people)
        expect(sumCents([...split.values()])).toBe(total)
        expect(splitByShares(cents(total), [...people].reverse())).toEqual(split)
      }),
    )
  })
})
