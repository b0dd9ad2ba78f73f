import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { acceptAll, dueFor, SCHEME, STARTED } from '../../test/given-year.ts'
import { computeContribution, NEW_YEAR } from '../contributions/compute.ts'
import type { ContributionScheme } from '../contributions/scheme.ts'
import { cents, subtract, sumCents, ZERO } from '../money/cents.ts'
import { rateBp } from '../money/rate.ts'
import { type YearMonth, yearMonth } from '../time/year-month.ts'
import type { BreakdownTotals } from './breakdown.ts'
import { contributionStillDue, type TakenContribution, withStillDue } from './still-due.ts'

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
      year: NEW_YEAR,
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

  it('leaves the months of a year without yearly tiers alone', () => {
    const other = {
      month: yearMonth('2026-11'),
      scheme: { ...SCHEME, code: 'AUTRE' },
      baseCents: cents(1n),
      lines: [],
    }
    const due = contributionStillDue({
      scheme: SCHEME,
      month: OCTOBER,
      contractStartedOn: STARTED,
      hasExemptStatus: false,
      baseCents: cents(100_000n),
      carriedBaseCents: ZERO,
      settled: [],
      taken: [other],
    })
    expect(due.totalCents).toBe(13_000n)
  })
})

describe('a year in which another decision takes over', () => {
  const yearly = { ...SCHEME, period: 'year' } as const
  const next: ContributionScheme = {
    ...yearly,
    code: 'AG2026-SUITE',
    tiers: [
      { upToCents: cents(350_000n), rateBp: rateBp(1_000n) },
      { upToCents: null, rateBp: rateBp(500n) },
    ],
  }
  const months = ['2026-03', '2026-04', '2026-10', '2026-11'].map((text) => yearMonth(text))

  it('adds up whatever the order, each month under its own decision', () => {
    const declaration = fc.record({ month: fc.constantFrom(...months), base: amount })
    const before = fc.constantFrom(yearly, SCHEME)
    fc.assert(
      fc.property(
        before,
        fc.array(declaration, { minLength: 1, maxLength: 8 }),
        (first, declared) => {
          const schemeIn = (month: YearMonth) => (month < OCTOBER ? first : next)
          const wanted = new Map([first.code, next.code].map((code) => [code, 0n]))
          let yearBase = 0n
          for (const month of months) {
            const own = declared.filter((one) => one.month === month)
            const base = own.reduce((sum, one) => sum + one.base, 0n)
            const { code } = schemeIn(month)
            if (own.length > 0) {
              const due = dueFor(schemeIn(month), month, base, yearBase)
              wanted.set(code, (wanted.get(code) ?? 0n) + due)
            }
            yearBase += base
          }
          const found = new Map([first.code, next.code].map((code) => [code, 0n]))
          for (const { scheme, lines } of acceptAll(schemeIn, declared).taken) {
            for (const line of lines) {
              const code = line.rule?.schemeCode ?? scheme.code
              found.set(code, (found.get(code) ?? 0n) + line.amountCents)
            }
          }
          expect(found).toEqual(wanted)
        },
      ),
    )
  })

  it('a late refund under the old one moves the months of the new one, which the line names', () => {
    const { taken, total } = acceptAll(
      (month) => (month < OCTOBER ? yearly : next),
      [
        { month: yearMonth('2026-04'), base: 350_000n },
        { month: OCTOBER, base: 100_000n },
        { month: yearMonth('2026-04'), base: -50_000n },
      ],
    )
    // April: 240.00 + 100.00. October: 10 % of 500.00 and 5 % of 500.00, where 5 % of 1,000.00 was taken.
    expect(taken[2]?.lines.map((line) => [line.rule?.schemeCode, line.amountCents])).toEqual([
      [undefined, -5_000n],
      ['AG2026-SUITE', 5_000n],
      ['AG2026-SUITE', -2_500n],
    ])
    expect(total).toBe(34_000n + 7_500n + 2n * 1_000n)
  })

  it('a month keeps what its last acceptance said of its exemption', () => {
    const taken: TakenContribution[] = []
    const accept = (month: YearMonth, base: bigint, hasExemptStatus: boolean) => {
      const due = contributionStillDue({
        scheme: yearly,
        month,
        contractStartedOn: STARTED,
        hasExemptStatus,
        baseCents: cents(base),
        carriedBaseCents: ZERO,
        settled: [],
        taken,
      })
      taken.push({ month, scheme: yearly, baseCents: cents(base), lines: due.lines })
      return due.totalCents
    }
    const april = yearMonth('2026-04')
    expect(accept(april, 100_000n, true)).toBe(0n)
    // The proof was withdrawn: the whole month is due, and stays so.
    expect(accept(april, 50_000n, false)).toBe(18_000n + 1_000n)
    expect(accept(OCTOBER, 50_000n, false)).toBe(6_000n + 1_000n)
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
      year: NEW_YEAR,
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

describe('a line of a rate', () => {
  const same = [
    { upToCents: cents(100_000n), rateBp: rateBp(1_000n) },
    { upToCents: cents(200_000n), rateBp: rateBp(800n) },
    { upToCents: null, rateBp: rateBp(1_000n) },
  ]

  it('is a slice of its own, also when two slices have one rate', () => {
    const { taken } = acceptAll({ ...SCHEME, tiers: same }, [{ month: OCTOBER, base: 300_000n }])
    const tiers = taken[0]?.lines.filter((line) => line.kind === 'tier')
    expect(tiers?.map((line) => line.amountCents)).toEqual([10_000n, 8_000n, 10_000n])
  })

  it('says what was counted already when a late sale changes its slice', () => {
    const { taken } = acceptAll(SCHEME, [
      { month: OCTOBER, base: 100_000n },
      { month: OCTOBER, base: 50_000n },
    ])
    expect(taken[1]?.lines).toMatchObject([{ amountCents: 6_000n, takenCents: 12_000n }])
  })

  it('is its rate on its slice, or what is due less what was counted, whatever the order', () => {
    const months = ['2026-02', '2026-03', '2026-10'].map((text) => yearMonth(text))
    const declared = fc.record({ month: fc.constantFrom(...months), base: amount })
    const given = { ...SCHEME, tiers: same, negativeBase: 'given_back' } as const
    const schemes = [SCHEME, given, { ...given, period: 'year' } as const]
    fc.assert(
      fc.property(
        fc.constantFrom(...schemes),
        fc.array(declared, { maxLength: 7 }),
        (scheme, declarations) => {
          const { taken } = acceptAll(scheme, declarations)
          for (const line of taken.flatMap((one) => one.lines)) {
            if (line.kind !== 'tier' || line.takenCents !== undefined) continue
            const exact = (line.toCents - line.fromCents) * line.rateBp
            // Due now minus due before, each to the cent.
            expect((exact - line.amountCents * 10_000n) ** 2n <= 10_000n ** 2n).toBe(true)
          }
        },
      ),
    )
  })
})
