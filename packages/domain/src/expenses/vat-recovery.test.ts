import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { add, cents } from '../money/cents.ts'
import { rateBp } from '../money/rate.ts'
import { localDate } from '../time/local-date.ts'
import {
  EXPENSE_CATEGORIES,
  EXPENSE_CATEGORY_BY_FRENCH_CODE,
  type ExpenseCategory,
  expenseAmounts,
  isExpenseCategory,
  isProductionPurchase,
  isVatWorthAsking,
  type ReceiptName,
  recoverableShareBp,
} from './vat-recovery.ts'

const ON = localDate('2026-10-15')
const SETTINGS = { phoneShareBp: rateBp(6_000n) }

const split = (
  category: ExpenseCategory,
  gross: bigint,
  vat: bigint,
  receiptName: ReceiptName = '',
) =>
  expenseAmounts({
    receiptName,
    grossCents: cents(gross),
    vatCents: cents(vat),
    category,
    phoneShareBp: SETTINGS.phoneShareBp,
    on: ON,
  })

describe('recoverableShareBp', () => {
  it.each<[ExpenseCategory, bigint]>([
    ['supplies', 10_000n],
    ['production_purchase', 10_000n],
    ['restaurant', 10_000n],
    ['toll', 10_000n],
    ['electricity', 10_000n],
    ['car_fuel', 8_000n],
    ['van_fuel', 10_000n],
    ['phone', 6_000n],
    ['hotel', 0n],
    ['train', 0n],
    ['plane', 0n],
    ['taxi', 0n],
    ['insurance', 0n],
  ])('%s: %s basis points', (category, share) => {
    expect(recoverableShareBp(category, SETTINGS, ON)).toBe(share)
  })

  it('throws before the first known rule', () => {
    expect(() => recoverableShareBp('car_fuel', SETTINGS, localDate('2021-12-31'))).toThrow()
  })
})

describe('expenseAmounts', () => {
  it('gives nothing back on an invoice in the name of the person', () => {
    expect(split('supplies', 12_000n, 2_000n, 'cooperative').recoverableVatCents).toBe(2_000n)
    expect(split('supplies', 12_000n, 2_000n, 'own')).toEqual({
      recoverableVatCents: 0n,
      costCents: 12_000n,
    })
    expect(split('supplies', 12_000n, 2_000n, 'none').recoverableVatCents).toBe(0n)
  })

  it('tolerates a restaurant bill without a name up to 150 € before VAT', () => {
    expect(split('restaurant', 16_500n, 1_500n, 'none').recoverableVatCents).toBe(1_500n)
    expect(split('restaurant', 16_501n, 1_500n, 'none').recoverableVatCents).toBe(0n)
  })

  it('gives back the VAT of supplies (worked example 1)', () => {
    expect(split('supplies', 7_200n, 1_200n)).toEqual({
      recoverableVatCents: 1_200n,
      costCents: 6_000n,
    })
  })

  it('gives back part of fuel and telephone, and nothing of a night at the hotel', () => {
    expect(split('car_fuel', 8_932n, 1_489n)).toEqual({
      recoverableVatCents: 1_191n,
      costCents: 7_741n,
    })
    expect(split('phone', 30_946n, 5_158n).recoverableVatCents).toBe(3_095n)
    expect(split('hotel', 41_666n, 3_788n)).toEqual({
      recoverableVatCents: 0n,
      costCents: 41_666n,
    })
  })

  it('always splits the gross without losing a cent', () => {
    const amount = fc.bigInt(-(10n ** 9n), 10n ** 9n)
    const categories = fc.constantFrom(...EXPENSE_CATEGORIES)
    fc.assert(
      fc.property(categories, amount, amount, (category, gross, vat) => {
        const { recoverableVatCents, costCents } = split(category, gross, vat)
        expect(add(recoverableVatCents, costCents)).toBe(gross)
      }),
    )
  })
})

describe('categories', () => {
  it('each have one French code', () => {
    const named = Object.values(EXPENSE_CATEGORY_BY_FRENCH_CODE)
    expect([...named].sort()).toEqual([...EXPENSE_CATEGORIES].sort())
    expect(isExpenseCategory('toll')).toBe(true)
    expect(isExpenseCategory('peage')).toBe(false)
  })

  it('leave only production purchases out of the gross margin', () => {
    expect(EXPENSE_CATEGORIES.filter(isProductionPurchase)).toEqual(['production_purchase'])
  })
})

describe('the VAT of a receipt', () => {
  it('is asked exactly where some of it may come back', () => {
    const asked = EXPENSE_CATEGORIES.filter((category) => isVatWorthAsking(category, ON))
    const never = EXPENSE_CATEGORIES.filter((category) => !asked.includes(category))
    expect(never).toEqual(['hotel', 'train', 'plane', 'taxi', 'insurance'])
    for (const category of never) expect(split(category, 12_000n, 2_000n).costCents).toBe(12_000n)
  })
})
