import { describe, expect, it } from 'vitest'
import { cents, ZERO } from '../money/cents.ts'
import { rateBp } from '../money/rate.ts'
import { localDate } from '../time/local-date.ts'
import { areTiersOrdered, assertScheme, type ContributionScheme, exemptsStatus } from './scheme.ts'

const tier = (upTo: bigint | null) => ({
  upToCents: upTo === null ? null : cents(upTo),
  rateBp: rateBp(1_000n),
})

describe('areTiersOrdered', () => {
  it('wants rising tiers, of which only the last has no end', () => {
    expect(areTiersOrdered([tier(null)])).toBe(true)
    expect(areTiersOrdered([tier(1n), tier(2n), tier(null)])).toBe(true)
    expect(areTiersOrdered([])).toBe(false)
    expect(areTiersOrdered([tier(1n)])).toBe(false)
    expect(areTiersOrdered([tier(null), tier(null)])).toBe(false)
    expect(areTiersOrdered([tier(2n), tier(2n), tier(null)])).toBe(false)
    expect(areTiersOrdered([tier(0n), tier(null)])).toBe(false)
  })
})

describe('assertScheme', () => {
  const scheme: ContributionScheme = {
    code: 'AG2026',
    decidedOn: localDate('2026-05-29'),
    base: 'revenue',
    period: 'month',
    tiers: [tier(null)],
    monthlyFloorCents: ZERO,
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

  it('refuses what no assembly can mean', () => {
    expect(assertScheme(scheme)).toBe(scheme)
    expect(() => assertScheme({ ...scheme, tiers: [] })).toThrow()
    expect(() => assertScheme({ ...scheme, monthlyFloorCents: cents(-1n) })).toThrow()
    expect(() => assertScheme({ ...scheme, fixedMonthlyCents: cents(-1n) })).toThrow()
    const floor = { monthlyFloorCents: cents(5n), fixedMonthlyCents: cents(6n) }
    expect(() => assertScheme({ ...scheme, ...floor, yearlyCapCents: cents(10n) })).toThrow()
    expect(() => assertScheme({ ...scheme, monthlyCapCents: ZERO })).toThrow()
    expect(() => assertScheme({ ...scheme, exemptBelowCents: cents(-1n) })).toThrow()
    expect(() => assertScheme({ ...scheme, exemptMonths: 0.5 })).toThrow()
    expect(() => assertScheme({ ...scheme, exemptMonths: -1 })).toThrow()
  })
})

describe('exemptsStatus', () => {
  it('wants one status that the assembly named', () => {
    const scheme = { exemptStatuses: ['cape', 'social_minimum'] } as const
    expect(exemptsStatus(scheme, ['cesa', 'social_minimum'])).toBe(true)
    expect(exemptsStatus(scheme, ['associate'])).toBe(false)
    expect(exemptsStatus({ exemptStatuses: [] }, ['cape'])).toBe(false)
  })
})
