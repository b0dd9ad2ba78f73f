import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cents } from '../money/cents.ts'
import { localDate } from '../time/local-date.ts'
import { yearMonth } from '../time/year-month.ts'
import { bankGap, isBelievableCredit, postBankCredit } from './post-bank-credit.ts'
import { activityBalance } from './posting.ts'

const credit = (declared: bigint, credited: bigint, fee: bigint) => ({
  declaredCents: cents(declared),
  creditedCents: cents(credited),
  feeCents: cents(fee),
})
const post = (declared: bigint, credited: bigint, fee: bigint) =>
  postBankCredit({
    activityId: 'a',
    month: yearMonth('2026-11'),
    credit: credit(declared, credited, fee),
    sale: {
      month: yearMonth('2026-10'),
      soldOn: localDate('2026-10-12'),
      creditedOn: localDate('2026-11-04'),
      currency: 'XAF',
      amountMinor: 750_000n,
    },
  })
const entries = (...of: Parameters<typeof post>) =>
  post(...of).lines.map((line) => [line.accountKind, line.amountCents])

describe('what the bank really gave (examples of docs/rules/currencies.md)', () => {
  it('is a loss at its rate and its fees, each on its account, against the customer', () => {
    expect(entries(114_337n, 112_000n, 1_500n)).toEqual([
      ['activity_exchange_loss', 837n],
      ['activity_bank_fee', 1_500n],
      ['customers', -2_337n],
    ])
  })

  it('is a gain that pays the fees, and more', () => {
    expect(entries(30_000n, 30_100n, 400n)).toEqual([
      ['activity_exchange_gain', -500n],
      ['activity_bank_fee', 400n],
      ['customers', 100n],
    ])
  })

  it('books a gain and fees of the same amount, which leave the customer as he was', () => {
    expect(entries(30_000n, 30_000n, 400n)).toEqual([
      ['activity_exchange_gain', -400n],
      ['activity_bank_fee', 400n],
    ])
  })

  it('has no entry when it is what was declared', () => {
    expect(post(100_000n, 100_000n, 0n)).toMatchObject({ kind: 'bank', lines: [] })
  })

  it('costs more when a refund left at a higher rate', () => {
    expect(entries(-10_000n, -10_500n, 300n)).toEqual([
      ['activity_exchange_loss', 200n],
      ['activity_bank_fee', 300n],
      ['customers', -500n],
    ])
  })

  it('moves the account by what came less what was declared, whatever the amounts', () => {
    const amount = fc.bigInt({ min: -1_000_000_000_000n, max: 1_000_000_000_000n })
    const fee = fc.bigInt({ min: 0n, max: 1_000_000_000n })
    fc.assert(
      fc.property(amount, amount, fee, (declared, credited, taken) => {
        const { lines } = post(declared, credited, taken)
        expect(activityBalance(lines, 'a')).toBe(credited - declared)
        expect(lines.some((line) => line.accountKind === 'activity_revenue')).toBe(false)
      }),
    )
  })

  it('is never booked before the month of the sale', () => {
    expect(() =>
      postBankCredit({
        activityId: 'a',
        month: yearMonth('2026-09'),
        credit: credit(1n, 1n, 0n),
        sale: {
          month: yearMonth('2026-10'),
          soldOn: localDate('2026-10-12'),
          creditedOn: localDate('2026-10-14'),
          currency: 'USD',
          amountMinor: 1n,
        },
      }),
    ).toThrow('the month of the sale or later')
  })
})

describe('an amount of another sale, or in another currency', () => {
  it('is outside half to twice what was declared, before fees', () => {
    expect(isBelievableCredit(credit(114_337n, 75_000_000n, 0n))).toBe(false)
    expect(isBelievableCredit(credit(10_000n, 20_000n, 0n))).toBe(true)
    expect(isBelievableCredit(credit(10_000n, 20_000n, 1n))).toBe(false)
    expect(isBelievableCredit(credit(10_000n, 4_000n, 1_000n))).toBe(true)
    expect(isBelievableCredit(credit(10_000n, 4_000n, 999n))).toBe(false)
  })

  it('has the sign of what was declared, and fees that are not given back', () => {
    expect(isBelievableCredit(credit(10_000n, -10_000n, 0n))).toBe(false)
    expect(isBelievableCredit(credit(-10_000n, -10_500n, 300n))).toBe(true)
    expect(isBelievableCredit(credit(10_000n, 10_100n, -100n))).toBe(false)
    expect(() => bankGap(credit(10_000n, 10_100n, -100n))).toThrow('a bank takes fees')
  })
})
