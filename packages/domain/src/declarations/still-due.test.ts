import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { computeContribution } from '../contributions/compute.ts'
import type { ContributionScheme } from '../contributions/scheme.ts'
import { cents, subtract, sumCents, ZERO } from '../money/cents.ts'
import { rateBp } from '../money/rate.ts'
import { localDate } from '../time/local-date.ts'
import { type YearMonth, yearMonth } from '../time/year-month.ts'
import type { BreakdownTotals } from './breakdown.ts'
import { contributionStillDue, type TakenContribution, withStillDue } from './still-due.ts'

const SCHEME: ContributionScheme = {
  code: 'AG2026-TRANCHES',
  decidedOn: localDate('2026-05-29'),
  base: 'revenue',
  period: 'month',
  tiers: [
    { upToCents: cents(200_000n), rateBp: rateBp(1_200n) },
    { upToCents: cents(500_000n), rateBp: rateBp(1_000n) },
    { upToCents: null, rateBp: rateBp(800n) },
  ],
  monthlyFloorCents: cents(2_500n),
  fixedMonthlyCents: cents(1_000n),
  exemptMonths: 0,
  exemptStatuses: [],
  deductedCosts: [],
}
const STARTED = localDate('2026-01-01')

/** Accepts declarations one after the other and gives what all of them took. */
function acceptAll(
  scheme: ContributionScheme,
  declarations: readonly { month: YearMonth; base: bigint }[],
): { taken: TakenContribution[]; total: bigint } {
  const taken: TakenContribution[] = []
  for (const { month, base } of declarations) {
    const baseCents = cents(base)
    const context = {
      scheme,
      month,
      contractStartedOn: STARTED,
      hasExemptStatus: false,
      carriedBaseCents: ZERO,
    }
    const due = contributionStillDue({ ...context, baseCents, taken })
    taken.push({ month, schemeCode: scheme.code, baseCents, lines: due.lines })
  }
  const amounts = taken.flatMap((one) => one.lines.map((line) => line.amountCents))
  return { taken, total: sumCents(amounts) }
}

function dueFor(
  scheme: ContributionScheme,
  month: YearMonth,
  base: bigint,
  before: bigint,
): bigint {
  return computeContribution({
    scheme,
    month,
    contractStartedOn: STARTED,
    hasExemptStatus: false,
    baseCents: cents(base),
    yearBaseBeforeCents: cents(before),
  }).totalCents
}

const OCTOBER = yearMonth('2026-10')
const amount = fc.bigInt(-300_000n, 900_000n)

describe('contributionStillDue', () => {
  it('is the whole contribution when nothing was taken', () => {
    const { taken } = acceptAll(SCHEME, [{ month: OCTOBER, base: 615_000n }])
    const whole = computeContribution({
      scheme: SCHEME,
      month: OCTOBER,
      contractStartedOn: STARTED,
      hasExemptStatus: false,
      baseCents: cents(615_000n),
      yearBaseBeforeCents: ZERO,
    })
    expect(taken[0]?.lines).toEqual(whole.lines)
  })

  it('takes floor and fixed part once, however a month is split', () => {
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 5 }), (bases) => {
        const { total } = acceptAll(
          SCHEME,
          bases.map((base) => ({ month: OCTOBER, base })),
        )
        const sum = bases.reduce((left, right) => left + right, 0n)
        expect(total).toBe(dueFor(SCHEME, OCTOBER, sum, 0n))
      }),
    )
  })

  it('makes a year of tiers add up whatever the order of acceptance', () => {
    const yearly = { ...SCHEME, period: 'year', fixedMonthlyCents: ZERO } as const
    const months = ['2026-03', '2026-04', '2026-10'].map((text) => yearMonth(text))
    const declaration = fc.record({
      month: fc.constantFrom(...months),
      base: fc.bigInt(0n, 400_000n),
    })
    fc.assert(
      fc.property(fc.array(declaration, { minLength: 1, maxLength: 8 }), (declarations) => {
        const { total } = acceptAll(yearly, declarations)
        let before = 0n
        let wanted = 0n
        for (const month of months) {
          const own = declarations.filter((one) => one.month === month)
          const base = own.reduce((sum, one) => sum + one.base, 0n)
          if (own.length > 0) wanted += dueFor(yearly, month, base, before)
          before += base
        }
        expect(total).toBe(wanted)
      }),
    )
  })

  it('leaves the months of another scheme alone', () => {
    const yearly = { ...SCHEME, period: 'year' } as const
    const other = {
      month: yearMonth('2026-11'),
      schemeCode: 'AUTRE',
      baseCents: cents(1n),
      lines: [],
    }
    const due = contributionStillDue({
      scheme: yearly,
      month: OCTOBER,
      contractStartedOn: STARTED,
      hasExemptStatus: false,
      baseCents: cents(100_000n),
      carriedBaseCents: ZERO,
      taken: [other],
    })
    expect(due.totalCents).toBe(13_000n)
  })
})

describe('withStillDue', () => {
  it('moves the account by what is really owed', () => {
    const contribution = computeContribution({
      scheme: SCHEME,
      month: OCTOBER,
      contractStartedOn: STARTED,
      hasExemptStatus: false,
      baseCents: cents(100_000n),
      yearBaseBeforeCents: ZERO,
    })
    const totals: BreakdownTotals = {
      month: OCTOBER,
      revenueCents: cents(100_000n),
      outputVatCents: ZERO,
      inputVatCents: ZERO,
      productionPurchaseCents: ZERO,
      otherExpenseCents: ZERO,
      mileageCents: ZERO,
      contribution,
      accidentCoverCents: cents(395n),
      movementCents: cents(100_000n - 13_000n - 395n),
      isNil: false,
    }
    const half = { ...contribution, totalCents: cents(6_000n) }
    const settled = withStillDue(totals, { contribution: half, accidentCoverCents: ZERO })
    expect(settled.movementCents).toBe(subtract(cents(100_000n), cents(6_000n)))
  })

  it('a month after exempt ones stays due when the year is settled again', () => {
    const scheme = { ...SCHEME, period: 'year', exemptMonths: 3 } as const
    const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'] as const
    const bases = [5_000_000n, -30_000n, 40_000n, -900_000n, 0n, 20_000n]
    const declared = months.map((month, index) => ({
      month: yearMonth(month),
      base: bases[index] ?? 0n,
    }))
    const { taken } = acceptAll(scheme, declared)
    const totals = taken.map((one) => sumCents(one.lines.map((line) => line.amountCents)))
    // The floor and the fixed part in April and May; in June 200.00 at 8 % are below the floor.
    expect(totals).toEqual([0n, 0n, 0n, 3_500n, 3_500n, 3_500n])
    const saysExempt = taken.map((one) => one.lines.some((line) => line.kind === 'exempt'))
    expect(saysExempt).toEqual([true, true, true, false, false, false])
  })
})
