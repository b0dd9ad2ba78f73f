import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BreakdownInput, computeBreakdown } from '../declarations/breakdown.ts'
import { EXPENSE_CATEGORIES } from '../expenses/vat-recovery.ts'
import { cents, sumCents, ZERO } from '../money/cents.ts'
import { rateBp } from '../money/rate.ts'
import { localDate } from '../time/local-date.ts'
import { yearMonth } from '../time/year-month.ts'
import { postDeclaration } from './post-declaration.ts'
import { activityBalance } from './posting.ts'
import { reversePosting } from './reverse.ts'

const MONTH = yearMonth('2026-10')

const INPUT: BreakdownInput = {
  month: MONTH,
  sales: [
    {
      amountMinor: 615_000n,
      currency: 'EUR',
      unitsPerEuro: '1',
      amountKind: 'net',
      vatRateBp: rateBp(2_000n),
    },
  ],
  expenses: [
    { grossCents: cents(7_200n), vatCents: cents(1_200n), category: 'supplies' },
    { grossCents: cents(12_000n), vatCents: cents(2_000n), category: 'production_purchase' },
  ],
  trips: [{ km: 120, kmBefore: 0, fiscalHorsepower: 5 }],
  scheme: {
    code: 'AG2026-TRANCHES',
    decidedOn: localDate('2026-05-29'),
    base: 'revenue',
    period: 'month',
    tiers: [
      { upToCents: cents(200_000n), rateBp: rateBp(1_200n) },
      { upToCents: null, rateBp: rateBp(1_000n) },
    ],
    monthlyFloorCents: cents(2_500n),
    fixedMonthlyCents: cents(1_000n),
    exemptMonths: 0,
    exemptStatuses: [],
    deductedCosts: [],
    negativeBase: 'as_nil',
    exemptionCovers: 'everything',
    exemptBelowCents: ZERO,
    monthlyCapCents: null,
    yearlyCapCents: null,
  },
  contract: { hasCape: true, startedOn: localDate('2026-04-01'), hasExemptStatus: false },
  yearBaseBeforeCents: ZERO,
  settings: { accidentCoverCents: cents(395n), phoneShareBp: rateBp(6_000n) },
}

const post = (input: BreakdownInput) =>
  postDeclaration({ activityId: 'a1', month: MONTH, breakdown: computeBreakdown(input) })

describe('postDeclaration', () => {
  it('writes one line per reason, in the accounts of the activity and of the cooperative', () => {
    const lines = post(INPUT).lines.map((line) => [line.labelKey, line.amountCents])
    expect(lines).toEqual([
      ['ledger.line.revenue', -615_000n],
      ['ledger.line.production-purchase', 10_000n],
      ['ledger.line.expense', 6_000n],
      ['ledger.line.mileage', 7_632n],
      ['ledger.line.contribution-tier', 24_000n],
      ['ledger.line.contribution-tier', 41_500n],
      ['ledger.line.contribution-fixed', 1_000n],
      ['ledger.line.accident-cover', 395n],
      ['ledger.line.customers', 738_000n],
      ['ledger.line.output-vat', -123_000n],
      ['ledger.line.input-vat', 3_200n],
      ['ledger.line.suppliers', -26_832n],
      ['ledger.line.shared-services', -66_500n],
      ['ledger.line.accident-cover-rebilled', -395n],
    ])
  })

  it('leaves VAT off the activity: its balance is the movement of the month', () => {
    const breakdown = computeBreakdown(INPUT)
    expect(activityBalance(post(INPUT).lines, 'a1')).toBe(breakdown.movementCents)
    expect(breakdown.movementCents).toBe(524_473n)
  })

  it('posts only the floor and the cover of a nil month', () => {
    const { lines } = post({ ...INPUT, sales: [], expenses: [], trips: [] })
    expect(lines.map((line) => line.labelKey)).toEqual([
      'ledger.line.contribution-floor',
      'ledger.line.contribution-fixed',
      'ledger.line.accident-cover',
      'ledger.line.shared-services',
      'ledger.line.accident-cover-rebilled',
    ])
  })

  it('refuses to book a month in another', () => {
    const breakdown = computeBreakdown(INPUT)
    const month = yearMonth('2026-11')
    expect(() => postDeclaration({ activityId: 'a1', month, breakdown })).toThrow()
  })

  it('balances, and a reversal brings everything back, whatever the month', () => {
    const amounts = fc.bigInt(-(10n ** 9n), 10n ** 9n)
    const categories = fc.constantFrom(...EXPENSE_CATEGORIES)
    fc.assert(
      fc.property(amounts, amounts, amounts, categories, (amountMinor, gross, vat, category) => {
        const sales = INPUT.sales.map((sale) => ({ ...sale, amountMinor }))
        const expenses = [{ grossCents: cents(gross), vatCents: cents(vat), category }]
        const posting = post({ ...INPUT, sales, expenses })
        expect(sumCents(posting.lines.map((line) => line.amountCents))).toBe(ZERO)
        const reversal = reversePosting(posting, yearMonth('2026-11'))
        expect(activityBalance([...posting.lines, ...reversal.lines], 'a1')).toBe(ZERO)
      }),
    )
  })
})
