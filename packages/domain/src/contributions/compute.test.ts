import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cents, cents, sumCents, ZERO } from '../money/cents.ts'
import { rateBp } from '../money/rate.ts'
import { localDate } from '../time/local-date.ts'
import { type YearMonth, yearMonth } from '../time/year-month.ts'
import { type ContributionBreakdown, carriedYear, computeContribution } from './compute.ts'
import type { ContributionScheme } from './scheme.ts'

const OCTOBER = yearMonth('2026-10')

const TEN_PERCENT: ContributionScheme = {
  code: 'AG2025-10PC',
  decidedOn: localDate('2025-06-20'),
  base: 'revenue',
  period: 'month',
  tiers: [{ upToCents: null, rateBp: rateBp(1_000n) }],
  monthlyFloorCents: cents(3_000n),
  fixedMonthlyCents: ZERO,
  exemptMonths: 0,
  exemptStatuses: [],
  deductedCosts: [],
  negativeBase: 'as_nil',
  exemptionCovers: 'everything',
  exemptBelowCents: ZERO,
  monthlyCapCents: null,
  yearlyCapCents: null,
}

const TIERS: ContributionScheme = {
  ...TEN_PERCENT,
  code: 'AG2026-TRANCHES',
  tiers: [
    { upToCents: cents(200_000n), rateBp: rateBp(1_200n) },
    { upToCents: cents(500_000n), rateBp: rateBp(1_000n) },
    { upToCents: null, rateBp: rateBp(800n) },
  ],
  monthlyFloorCents: cents(2_500n),
}

const MARGIN: ContributionScheme = {
  ...TEN_PERCENT,
  code: 'AG2025-MB13.5',
  base: 'gross_margin',
  tiers: [{ upToCents: null, rateBp: rateBp(1_350n) }],
  monthlyFloorCents: ZERO,
  fixedMonthlyCents: cents(3_000n),
}

const YEARLY: ContributionScheme = { ...TIERS, period: 'year', monthlyFloorCents: ZERO }

const GIVEN_BACK = { negativeBase: 'given_back' } as const

interface Situation {
  month?: YearMonth
  startedOn?: string
  before?: bigint
  taken?: bigint
  owed?: bigint
  isExempt?: boolean
}

function compute(scheme: ContributionScheme, base: bigint, situation: Situation = {}) {
  return computeContribution({
    scheme,
    month: situation.month ?? OCTOBER,
    contractStartedOn: localDate(situation.startedOn ?? '2026-01-01'),
    hasExemptStatus: situation.isExempt ?? false,
    baseCents: cents(base),
    year: {
      baseCents: cents(situation.before ?? 0n),
      takenCents: cents(situation.taken ?? 0n),
      owedCents: cents(situation.owed ?? 0n),
    },
  })
}

const amounts = (breakdown: ContributionBreakdown): [string, Cents][] =>
  breakdown.lines.map((line) => [line.kind, line.amountCents])

describe('computeContribution', () => {
  it('takes 10 % of revenue, never below the floor (worked example 1)', () => {
    expect(compute(TEN_PERCENT, 180_000n).totalCents).toBe(18_000n)
    expect(amounts(compute(TEN_PERCENT, 24_200n))).toEqual([
      ['tier', 2_420n],
      ['floor', 580n],
    ])
  })

  it('owes the floor without revenue (worked example 4)', () => {
    expect(amounts(compute(TEN_PERCENT, 0n))).toEqual([['floor', 3_000n]])
  })

  it('takes 13,5 % of the gross margin plus a fixed amount (worked example 3)', () => {
    const breakdown = compute(MARGIN, 275_000n)
    expect(amounts(breakdown)).toEqual([
      ['tier', 37_125n],
      ['fixed', 3_000n],
    ])
    expect(breakdown.totalCents).toBe(40_125n)
  })

  it('applies marginal tiers (worked example 5)', () => {
    const breakdown = compute(TIERS, 615_000n)
    expect(amounts(breakdown)).toEqual([
      ['tier', 24_000n],
      ['tier', 30_000n],
      ['tier', 9_200n],
    ])
    expect(breakdown.totalCents).toBe(63_200n)
    expect(breakdown.lines[1]).toMatchObject({ fromCents: 200_000n, toCents: 500_000n })
    expect(compute(TIERS, 200_000n).lines).toHaveLength(1)
  })

  it('rounds half up tier by tier, then sums', () => {
    // 12 % of 2 000,00 + 10 % of 0,05 = 240,00 + 0,005 rounded up to 0,01.
    expect(compute(TIERS, 200_005n).totalCents).toBe(24_001n)
  })

  it('gives nothing back on a negative base', () => {
    expect(compute(TEN_PERCENT, -50_000n).totalCents).toBe(3_000n)
    expect(compute(MARGIN, -50_000n).totalCents).toBe(3_000n)
    expect(compute(YEARLY, -50_000n, { before: 300_000n }).totalCents).toBe(0n)
  })

  it('gives a refund back when the assembly decided so, tier by tier (worked example 6)', () => {
    const monthly = compute({ ...TIERS, ...GIVEN_BACK }, -300_000n, { taken: 100_000n })
    expect(amounts(monthly)).toEqual([
      ['tier', -24_000n],
      ['tier', -10_000n],
      ['floor', 2_500n],
    ])
    expect(monthly.lines[1]).toMatchObject({ fromCents: -200_000n, toCents: -300_000n })
    const yearly = compute({ ...YEARLY, ...GIVEN_BACK }, -50_000n, {
      before: 220_000n,
      taken: 26_000n,
    })
    // Back from 2,200.00 to 1,700.00: 10 % of 200.00, then 12 % of 300.00.
    expect(amounts(yearly)).toEqual([
      ['tier', -2_000n],
      ['tier', -3_600n],
    ])
    expect(yearly.lines[0]).toMatchObject({ fromCents: 220_000n, toCents: 200_000n })
  })

  it('gives back at most what the year took above its minimums, also in an exempt month', () => {
    const scheme = { ...MARGIN, ...GIVEN_BACK }
    expect(amounts(compute(scheme, -100_000n, { taken: 10_000n }))).toEqual([
      ['tier', -13_500n],
      ['limit', 3_500n],
      ['fixed', 3_000n],
    ])
    expect(amounts(compute(scheme, -100_000n, { taken: 10_000n, isExempt: true }))).toEqual([
      ['exempt', 0n],
      ['tier', -13_500n],
      ['limit', 3_500n],
    ])
    expect(compute(scheme, -100_000n).totalCents).toBe(3_000n)
  })

  it('knows what a carried base took only where one rate or the year says it', () => {
    expect(carriedYear(YEARLY, cents(220_000n)).takenCents).toBe(26_000n)
    expect(carriedYear(MARGIN, cents(100_000n)).takenCents).toBe(13_500n)
    expect(carriedYear({ ...TIERS, monthlyFloorCents: ZERO }, cents(220_000n)).takenCents).toBe(
      ZERO,
    )
    expect(carriedYear(TEN_PERCENT, cents(220_000n)).takenCents).toBe(ZERO)
    expect(carriedYear(YEARLY, cents(-5n)).takenCents).toBe(ZERO)
  })

  it('has a maximum of the month and of the year, everything included (worked example 7)', () => {
    const monthly = { ...MARGIN, monthlyCapCents: cents(20_000n) }
    expect(amounts(compute(monthly, 200_000n))).toEqual([
      ['tier', 27_000n],
      ['fixed', 3_000n],
      ['cap', -10_000n],
    ])
    const yearly = { ...MARGIN, ...GIVEN_BACK, yearlyCapCents: cents(50_000n) }
    expect(compute(yearly, 200_000n, { owed: 40_000n }).totalCents).toBe(10_000n)
    expect(compute(yearly, 200_000n, { owed: 60_000n }).totalCents).toBe(0n)
    // The refund comes off what was above the maximum first: 135.00 of it, less 30.00 of fixed part.
    const back = compute(yearly, -100_000n, { owed: 60_000n, taken: 60_000n })
    expect(amounts(back)).toEqual([
      ['tier', -13_500n],
      ['fixed', 3_000n],
      ['cap', 10_000n],
    ])
  })

  it('owes nothing below an amount, or only the rates when exempt from the minimum alone', () => {
    const below = { ...MARGIN, exemptBelowCents: cents(50_000n) }
    expect(compute(below, 49_999n).totalCents).toBe(0n)
    expect(compute(below, 50_000n).totalCents).toBe(9_750n)
    const scheme = { ...MARGIN, exemptionCovers: 'minimum' } as const
    expect(amounts(compute(scheme, 100_000n, { isExempt: true }))).toEqual([
      ['exempt', 0n],
      ['tier', 13_500n],
    ])
  })

  it('is due from the month the exempt ones have passed, counted by calendar months', () => {
    const scheme = { ...MARGIN, exemptMonths: 6 }
    for (const startedOn of ['2026-05-01', '2026-05-31']) {
      expect(amounts(compute(scheme, 100_000n, { startedOn }))).toEqual([['exempt', 0n]])
    }
    expect(compute(scheme, 100_000n, { startedOn: '2026-04-30' }).totalCents).toBe(16_500n)
  })

  it('is not due in a month in which a status exempts, floor and fixed part included', () => {
    expect(amounts(compute(MARGIN, 100_000n, { isExempt: true }))).toEqual([['exempt', 0n]])
  })

  it('cumulates over the year when the scheme says so', () => {
    expect(amounts(compute(YEARLY, 100_000n, { before: 150_000n }))).toEqual([
      ['tier', 6_000n],
      ['tier', 5_000n],
    ])
    expect(compute(YEARLY, 10_000n, { before: 900_000n }).totalCents).toBe(800n)
    expect(compute(YEARLY, 10_000n, { before: -5_000n }).totalCents).toBe(600n)
  })

  it('says which scheme and which assembly it applied', () => {
    expect(compute(TIERS, 1n)).toMatchObject({
      schemeCode: 'AG2026-TRANCHES',
      decidedOn: '2025-06-20',
      base: 'revenue',
      period: 'month',
      baseCents: 1n,
    })
  })

  it('throws on an incoherent scheme', () => {
    expect(() => compute({ ...TIERS, tiers: [] }, 1n)).toThrow()
  })
})

describe('computeContribution, whatever the amounts', () => {
  const bases = fc.bigInt(-(10n ** 9n), 10n ** 9n)
  const schemes = fc.constantFrom(TEN_PERCENT, TIERS, MARGIN, YEARLY)

  it('has lines that sum to a total never negative and never below the floor', () => {
    fc.assert(
      fc.property(schemes, bases, bases, (scheme, base, before) => {
        const { lines, totalCents } = compute(scheme, base, { before })
        expect(sumCents(lines.map((line) => line.amountCents))).toBe(totalCents)
        expect(totalCents >= scheme.monthlyFloorCents + scheme.fixedMonthlyCents).toBe(true)
      }),
    )
  })

  it('never falls when the base rises', () => {
    fc.assert(
      fc.property(schemes, bases, bases, (scheme, left, right) => {
        const [low, high] = left < right ? [left, right] : [right, left]
        expect(compute(scheme, low).totalCents <= compute(scheme, high).totalCents).toBe(true)
      }),
    )
  })

  it('never gives back more than was taken in the year', () => {
    const given = schemes.map((scheme) => ({ ...scheme, ...GIVEN_BACK }))
    const taken = fc.bigInt(0n, 10n ** 7n)
    fc.assert(
      fc.property(given, bases, bases, taken, (scheme, base, before, above) => {
        const { lines, totalCents } = compute(scheme, base, { before, taken: above })
        expect(sumCents(lines.map((line) => line.amountCents))).toBe(totalCents)
        const least = scheme.monthlyFloorCents + scheme.fixedMonthlyCents - above
        expect(totalCents >= least).toBe(true)
        if (base >= 0n)
          expect(totalCents).toBe(
            compute({ ...scheme, negativeBase: 'as_nil' }, base, { before }).totalCents,
          )
      }),
    )
  })

  it('adds up over the months of a year to the contribution of the year', () => {
    const months = fc.array(fc.bigInt(0n, 10n ** 7n), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(months, (bases) => {
        let before = 0n
        const totals = bases.map((base) => {
          const { totalCents } = compute(YEARLY, base, { before })
          before += base
          return totalCents
        })
        expect(sumCents(totals)).toBe(compute({ ...YEARLY, period: 'month' }, before).totalCents)
      }),
    )
  })
})
