import { describe, expect, it } from 'vitest'
import { cents } from '../money/cents.ts'
import { localDate } from '../time/local-date.ts'
import { yearMonth } from '../time/year-month.ts'
import {
  type FlagContext,
  type FlaggedDeclaration,
  type FlaggedExpense,
  type FlaggedSale,
  flagsFor,
} from './flags.ts'

const sale = (id: string, rest: Partial<FlaggedSale> = {}): FlaggedSale => ({
  id,
  on: localDate('2026-10-10'),
  amountMinor: rest.amountCents ?? 10_000n,
  currency: 'EUR',
  amountCents: cents(10_000n),
  hasReceipt: true,
  isCashAtHand: false,
  ...rest,
})

const expense = (id: string, rest: Partial<FlaggedExpense> = {}): FlaggedExpense => ({
  id,
  on: localDate('2026-10-12'),
  grossCents: cents(5_000n),
  hasReceipt: true,
  ...rest,
})

const CONTEXT: FlagContext = {
  receiptThresholdCents: cents(15_000n),
  usualSalesCents: null,
  knownCurrencies: ['XOF'],
}

function flags(declaration: Partial<FlaggedDeclaration>, context: Partial<FlagContext> = {}) {
  const whole = { month: yearMonth('2026-10'), sales: [], expenses: [], ...declaration }
  return flagsFor(whole, { ...CONTEXT, ...context }).map((flag) => [flag.code, flag.lineId])
}

describe('flagsFor', () => {
  it('says nothing about an ordinary month, or an empty one', () => {
    expect(flags({ sales: [sale('a')], expenses: [expense('b')] })).toEqual([])
    expect(flags({})).toEqual([])
  })

  it('says what the person disputes, first of all', () => {
    const expenses = [expense('e', { hasReceipt: false, grossCents: cents(15_001n) })]
    expect(flags({ expenses, dispute: { answer: 'not_exactly', lineId: 'e' } })).toEqual([
      ['recap-not-exactly', 'e'],
      ['receipt-missing-over', 'e'],
    ])
    expect(flags({ dispute: { answer: 'no', lineId: null } })).toEqual([['recap-refused', null]])
  })

  it('says whose name is on a receipt, and what passes the ceiling of its kind', () => {
    const ceilings = { restaurant: cents(2_140n) }
    const expenses = [
      expense('own', { receiptName: 'own' }),
      expense('at', { category: 'restaurant', grossCents: cents(2_140n) }),
      expense('over', {
        category: 'restaurant',
        grossCents: cents(2_141n),
        on: localDate('2026-10-13'),
      }),
      expense('other', { category: 'hotel', grossCents: cents(9_900n) }),
    ]
    expect(flags({ expenses }, { ceilings })).toEqual([
      ['receipt-in-own-name', 'own'],
      ['expense-above-ceiling', 'over'],
    ])
  })

  it('asks for a missing receipt strictly above the threshold', () => {
    const missing = { hasReceipt: false } as const
    const expenses = [
      expense('at', { ...missing, grossCents: cents(15_000n) }),
      expense('over', { ...missing, grossCents: cents(15_001n) }),
      expense('not-needed', { hasReceipt: null, grossCents: cents(99_000n) }),
    ]
    expect(flags({ expenses })).toEqual([['receipt-missing-over', 'over']])
    const sales = [sale('s', { ...missing, amountCents: cents(20_000n) })]
    expect(flags({ sales })).toEqual([['receipt-missing-over', 's']])
  })

  it('notices three times the usual sales, when there is a usual', () => {
    const sales = [sale('a', { amountCents: cents(30_000n) })]
    expect(flags({ sales }, { usualSalesCents: cents(10_000n) })).toEqual([
      ['three-times-usual', null],
    ])
    expect(flags({ sales }, { usualSalesCents: cents(10_001n) })).toEqual([])
    expect(flags({ sales }, { usualSalesCents: cents(0n) })).toEqual([])
  })

  it('notices the same amount twice on one day, from the second line on', () => {
    const sales = [sale('a'), sale('b'), sale('c', { on: localDate('2026-10-11') })]
    expect(flags({ sales })).toEqual([['same-amount-same-day', 'b']])
    expect(flags({ expenses: [expense('d'), expense('e')] })).toEqual([
      ['same-amount-same-day', 'e'],
    ])
  })

  it('notices a date outside the month', () => {
    expect(flags({ sales: [sale('a', { on: localDate('2026-11-01') })] })).toEqual([
      ['date-outside-month', 'a'],
    ])
  })

  it('notices a currency this person never declared; the euro is never new', () => {
    const sales = [sale('a', { currency: 'GNF' }), sale('b', { currency: 'XOF' }), sale('c')]
    expect(flags({ sales })).toEqual([['new-currency', 'a']])
  })

  it('sums the cash that is still with the person', () => {
    const sales = [
      sale('a', { isCashAtHand: true, amountCents: cents(12_000n) }),
      sale('b', { isCashAtHand: true, amountCents: cents(30_000n) }),
    ]
    const month = yearMonth('2026-10')
    expect(flagsFor({ month, sales, expenses: [] }, CONTEXT)).toEqual([
      { code: 'cash-at-hand', lineId: null, params: { cashCents: '42000' } },
    ])
  })

  it('notices a refund', () => {
    expect(flags({ sales: [sale('a', { amountCents: cents(-100n) })] })).toEqual([
      ['negative-sale', 'a'],
    ])
  })
})
