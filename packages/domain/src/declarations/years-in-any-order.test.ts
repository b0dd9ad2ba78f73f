import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptAll, dueFor, SCHEME, STARTED } from '../../test/given-year.ts'
import type { ContributionLine } from '../contributions/compute.ts'
import type { ContributionScheme } from '../contributions/scheme.ts'
import { cents, sumCents, ZERO } from '../money/cents.ts'
import { type YearMonth, yearMonth } from '../time/year-month.ts'
import { contributionLeft, contributionStillDue, type TakenContribution } from './still-due.ts'

const OCTOBER = yearMonth('2026-10')

describe('a negative base that is given back', () => {
  const given = { ...SCHEME, negativeBase: 'given_back' } as const
  const bare = { ...given, monthlyFloorCents: ZERO, fixedMonthlyCents: ZERO } as const
  const months = ['2026-02', '2026-03', '2026-07', '2026-12'].map((text) => yearMonth(text))
  const declared = fc.array(
    fc.record({ month: fc.constantFrom(...months), base: fc.bigInt(-900_000n, 900_000n) }),
    { minLength: 1, maxLength: 9 },
  )
  const capped = { ...given, monthlyCapCents: cents(40_000n), yearlyCapCents: cents(90_000n) }
  const below = { ...given, period: 'year', exemptBelowCents: cents(50_000n) } as const
  const schemes = [given, bare, { ...given, period: 'year' } as const, capped, below]

  it('does not depend on the order of acceptance, and never gives more than the year took', () => {
    fc.assert(
      fc.property(fc.constantFrom(...schemes), declared, (scheme, declarations) => {
        const { total } = acceptAll(scheme, declarations)
        expect(acceptAll(scheme, declarations.toReversed()).total).toBe(total)
        const inOrder = declarations.toSorted((a, b) => (a.month < b.month ? -1 : 1))
        expect(acceptAll(scheme, inOrder).total).toBe(total)
        const count = BigInt(new Set(declarations.map((one) => one.month)).size)
        const minimum = count * (scheme.monthlyFloorCents + scheme.fixedMonthlyCents)
        const least = scheme.exemptBelowCents > ZERO ? ZERO : minimum
        expect(total >= least).toBe(true)
        expect(total <= (scheme.yearlyCapCents ?? total)).toBe(true)
      }),
    )
  })

  it('makes a year of tiers owe what its base owes, refunds included', () => {
    fc.assert(
      fc.property(declared, (declarations) => {
        const { total } = acceptAll({ ...bare, period: 'year' }, declarations)
        const base = declarations.reduce((sum, one) => sum + one.base, 0n)
        const whole = { ...SCHEME, monthlyFloorCents: ZERO, fixedMonthlyCents: ZERO }
        expect(total).toBe(dueFor(whole, OCTOBER, base, 0n))
      }),
    )
  })

  it('a sale accepted late, in a month before, gives the later refund back further', () => {
    const { taken } = acceptAll(bare, [
      { month: OCTOBER, base: -100_000n },
      { month: yearMonth('2026-03'), base: 60_000n },
    ])
    expect(taken.map((one) => one.lines.map((line) => [line.kind, line.amountCents]))).toEqual([
      [
        ['tier', -12_000n],
        ['limit', 12_000n],
      ],
      [
        ['tier', 7_200n],
        ['limit', -7_200n],
      ],
    ])
  })
})

describe('contributionLeft', () => {
  const yearly = { ...SCHEME, period: 'year' } as const
  const months = ['2026-02', '2026-03', '2026-07', '2026-12'].map((text) => yearMonth(text))
  const monthly: ContributionScheme = { ...SCHEME, code: 'AG2026-MOIS', period: 'month' }
  const schemes = [
    yearly,
    { ...yearly, negativeBase: 'given_back' } as const,
    { ...monthly, negativeBase: 'given_back' } as const,
    monthly,
    { ...monthly, yearlyCapCents: cents(60_000n), monthlyCapCents: cents(30_000n) },
  ]
  const act = fc.oneof(
    fc.record({
      month: fc.constantFrom(...months),
      base: fc.bigInt(-400_000n, 900_000n),
      scheme: fc.constantFrom(...schemes),
    }),
    fc.record({ undo: fc.nat(9) }),
  )

  it('leaves the year as if what was taken back had never been accepted, whatever the order', () => {
    const kindOf = (line: ContributionLine) => line.kind !== 'exempt'
    fc.assert(
      fc.property(fc.array(act, { maxLength: 14 }), (acts) => {
        const year = { contractStartedOn: STARTED, carriedBaseCents: ZERO }
        // Every month keeps one decision, as in real life: the scheme drawn first for it.
        const schemeIn = new Map<YearMonth, ContributionScheme>()
        let taken: TakenContribution[] = []
        const settled: ContributionLine[] = []
        for (const one of acts) {
          if ('undo' in one) {
            taken = taken.filter((_, index) => index !== one.undo)
            settled.push(...contributionLeft({ ...year, taken, settled }))
            continue
          }
          const { month } = one
          const scheme = schemeIn.get(month) ?? one.scheme
          schemeIn.set(month, scheme)
          const baseCents = cents(one.base)
          const own = { scheme, month, hasExemptStatus: false, baseCents }
          const { lines } = contributionStillDue({ ...year, ...own, taken, settled })
          taken.push({ month, scheme, baseCents, lines })
        }
        const total = sumCents(
          [...taken.flatMap((one) => one.lines), ...settled]
            .filter(kindOf)
            .map((line) => line.amountCents),
        )
        const again = taken.toSorted((a, b) => (a.month < b.month ? -1 : 1))
        const fresh = acceptAll(
          (month) => schemeIn.get(month) ?? yearly,
          again.map(({ month, baseCents }) => ({ month, base: baseCents })),
        )
        expect(total).toBe(fresh.total)
      }),
    )
  })

  it('the tiers of later months go down again when an earlier month is taken back', () => {
    const { taken } = acceptAll(yearly, [
      { month: yearMonth('2026-02'), base: 200_000n },
      { month: yearMonth('2026-03'), base: 100_000n },
    ])
    const year = { contractStartedOn: STARTED, carriedBaseCents: ZERO, taken: taken.slice(1) }
    // March was counted at 10 %, above 2,000.00; alone it is at 12 %.
    const left = contributionLeft({ ...year, settled: [] })
    expect(left.map((line) => [line.kind, line.amountCents])).toEqual([
      ['tier', 12_000n],
      ['tier', -10_000n],
    ])
    expect(left[0]?.rule?.schemeCode).toBe(yearly.code)
    expect(contributionLeft({ ...year, settled: left })).toEqual([])
    expect(contributionLeft({ ...year, taken: [], settled: left })).toHaveLength(2)
  })
})
