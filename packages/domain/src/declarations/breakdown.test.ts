import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContributionScheme } from '../contributions/scheme.ts'
import { EXPENSE_CATEGORIES } from '../expenses/vat-recovery.ts'
import { add, cents, subtract, ZERO } from '../money/cents.ts'
import { rateBp } from '../money/rate.ts'
import { localDate } from '../time/local-date.ts'
import { yearMonth } from '../time/year-month.ts'
import {
  type BreakdownInput,
  computeBreakdown,
  type SaleLineInput,
  saleFigures,
} from './breakdown.ts'

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

const MARGIN: ContributionScheme = {
  ...TEN_PERCENT,
  code: 'AG2025-MB13.5',
  base: 'gross_margin',
  tiers: [{ upToCents: null, rateBp: rateBp(1_350n) }],
  monthlyFloorCents: ZERO,
  fixedMonthlyCents: cents(3_000n),
}

const EMPTY_MONTH: BreakdownInput = {
  month: yearMonth('2026-10'),
  sales: [],
  expenses: [],
  trips: [],
  scheme: TEN_PERCENT,
  contract: { hasCape: true, startedOn: localDate('2026-04-01'), hasExemptStatus: false },
  yearBaseBeforeCents: ZERO,
  settings: { accidentCoverCents: cents(395n), phoneShareBp: rateBp(6_000n) },
}

const eur = (amountMinor: bigint, vatRate = 0n): SaleLineInput => ({
  amountMinor,
  currency: 'EUR',
  unitsPerEuro: '1',
  amountKind: 'net',
  vatRateBp: rateBp(vatRate),
})

const dakar: SaleLineInput = {
  amountMinor: 655_957n,
  currency: 'XOF',
  unitsPerEuro: '655.957',
  amountKind: 'net',
  vatRateBp: rateBp(0n),
}

describe('computeBreakdown', () => {
  it('computes a CAPE month with a client in Dakar (worked example 1)', () => {
    const breakdown = computeBreakdown({
      ...EMPTY_MONTH,
      sales: [dakar, eur(80_000n, 2_000n)],
      expenses: [{ grossCents: cents(7_200n), vatCents: cents(1_200n), category: 'supplies' }],
      trips: [{ km: 120, kmBefore: 0, fiscalHorsepower: 5 }],
    })
    expect(breakdown).toMatchObject({
      revenueCents: 180_000n,
      outputVatCents: 16_000n,
      inputVatCents: 1_200n,
      productionPurchaseCents: 0n,
      otherExpenseCents: 13_632n,
      mileageCents: 7_632n,
      contribution: { totalCents: 18_000n },
      accidentCoverCents: 395n,
      movementCents: 147_973n,
      isNil: false,
    })
  })

  it('takes the contribution on the gross margin (worked example 3)', () => {
    const purchase = { vatCents: ZERO, category: 'production_purchase' } as const
    const breakdown = computeBreakdown({
      ...EMPTY_MONTH,
      scheme: MARGIN,
      contract: { hasCape: false, startedOn: localDate('2026-01-01'), hasExemptStatus: false },
      sales: [eur(320_000n)],
      expenses: [
        { ...purchase, grossCents: cents(45_000n) },
        { grossCents: cents(15_000n), vatCents: ZERO, category: 'other' },
      ],
    })
    expect(breakdown.contribution.baseCents).toBe(275_000n)
    expect(breakdown.contribution.totalCents).toBe(40_125n)
    expect(breakdown.accidentCoverCents).toBe(0n)
    expect(breakdown.movementCents).toBe(219_875n)
  })

  it('takes out of the base the costs that the assembly named, kilometres included', () => {
    const sales = [eur(100_000n)]
    const expenses = [
      { grossCents: cents(12_000n), vatCents: cents(2_000n), category: 'supplies' },
      { grossCents: cents(5_000n), vatCents: ZERO, category: 'hotel' },
      { grossCents: cents(20_000n), vatCents: ZERO, category: 'production_purchase' },
    ] as const
    const trips = [{ km: 100, kmBefore: 0, fiscalHorsepower: 5 }]
    const base = (scheme: ContributionScheme) =>
      computeBreakdown({ ...EMPTY_MONTH, scheme, sales, expenses, trips }).contribution.baseCents
    expect(base({ ...TEN_PERCENT, deductedCosts: ['supplies'] })).toBe(90_000n)
    expect(base({ ...MARGIN, deductedCosts: ['supplies', 'production_purchase'] })).toBe(70_000n)
    // 100 km at 0.636 euro.
    expect(base({ ...TEN_PERCENT, deductedCosts: ['mileage'] })).toBe(93_640n)
  })

  it('owes the floor and the cover for an explicit zero', () => {
    expect(computeBreakdown(EMPTY_MONTH)).toMatchObject({
      revenueCents: 0n,
      contribution: { totalCents: 3_000n },
      movementCents: -3_395n,
      isNil: true,
    })
  })

  it('takes the contribution on the money collected when the assembly said so', () => {
    const scheme = { ...TEN_PERCENT, base: 'collected' } as const
    const input = { ...EMPTY_MONTH, scheme, sales: [eur(100_000n)] }
    const breakdown = computeBreakdown({ ...input, collectedCents: cents(40_000n) })
    expect(breakdown.contribution.totalCents).toBe(4_000n)
    expect(() => computeBreakdown(input)).toThrow('money collected')
  })

  it('gives the figures of each line, in order', () => {
    const { lines } = computeBreakdown({
      ...EMPTY_MONTH,
      sales: [eur(80_000n, 2_000n), dakar],
      trips: [
        { km: 100, kmBefore: 4_900, fiscalHorsepower: 5 },
        { km: 200, kmBefore: 5_000, fiscalHorsepower: 5 },
        { km: 10, kmBefore: 0, fiscalHorsepower: 1, vehicle: 'moped', electric: true },
      ],
    })
    expect(lines.sales).toEqual([
      { amountCents: 80_000n, netCents: 80_000n, vatCents: 16_000n },
      { amountCents: 100_000n, netCents: 100_000n, vatCents: 0n },
    ])
    expect(lines.tripCents).toEqual([6_360n, 7_140n, 378n])
  })

  it('previews one sale with the same arithmetic', () => {
    expect(saleFigures({ ...dakar, amountMinor: 150_000n }).netCents).toBe(22_867n)
  })
})

describe('computeBreakdown, whatever the month', () => {
  const amounts = fc.bigInt(-(10n ** 8n), 10n ** 8n)
  const sales = fc.array(
    fc.record({
      amountMinor: amounts,
      currency: fc.constant('XOF' as const),
      unitsPerEuro: fc.constant('655.957'),
      amountKind: fc.constantFrom('gross' as const, 'net' as const),
      vatRateBp: fc.constantFrom(0n, 550n, 1_000n, 2_000n).map(rateBp),
    }),
    { maxLength: 8 },
  )
  const expenses = fc.array(
    fc.record({
      grossCents: amounts.map(cents),
      vatCents: amounts.map(cents),
      category: fc.constantFrom(...EXPENSE_CATEGORIES),
    }),
    { maxLength: 8 },
  )

  it('moves the account by revenue minus every cost, and loses no cent of VAT', () => {
    fc.assert(
      fc.property(sales, expenses, (saleLines, expenseLines) => {
        const figures = computeBreakdown({
          ...EMPTY_MONTH,
          sales: saleLines,
          expenses: expenseLines,
        })
        const costs = add(
          figures.contribution.totalCents,
          figures.productionPurchaseCents,
          figures.otherExpenseCents,
          figures.accidentCoverCents,
        )
        expect(figures.movementCents).toBe(subtract(figures.revenueCents, costs))
        const gross = add(...expenseLines.map((line) => line.grossCents))
        const spent = add(figures.productionPurchaseCents, figures.otherExpenseCents)
        expect(add(spent, figures.inputVatCents)).toBe(gross)
      }),
    )
  })

  it('gives the same month whatever the order of the lines', () => {
    const schemes = fc.constantFrom<ContributionScheme>(TEN_PERCENT, MARGIN, {
      ...TEN_PERCENT,
      period: 'year',
      deductedCosts: ['supplies', 'hotel'],
    })
    const shuffled = fc.tuple(sales, expenses).chain(([saleLines, expenseLines]) =>
      fc.record({
        saleLines: fc.constant(saleLines),
        expenseLines: fc.constant(expenseLines),
        otherSales: fc.shuffledSubarray(saleLines, { minLength: saleLines.length }),
        otherExpenses: fc.shuffledSubarray(expenseLines, { minLength: expenseLines.length }),
      }),
    )
    fc.assert(
      fc.property(schemes, shuffled, (scheme, lines) => {
        const month = { ...EMPTY_MONTH, scheme }
        const { lines: _as, ...totals } = computeBreakdown({
          ...month,
          sales: lines.saleLines,
          expenses: lines.expenseLines,
        })
        const { lines: _other, ...others } = computeBreakdown({
          ...month,
          sales: lines.otherSales,
          expenses: lines.otherExpenses,
        })
        expect(others).toEqual(totals)
      }),
    )
  })
})
