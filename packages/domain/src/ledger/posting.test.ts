import { describe, expect, it } from 'vitest'
import { cents } from '../money/cents.ts'
import { yearMonth } from '../time/year-month.ts'
import { activityBalance, assertBalanced, type Posting, type PostingLine } from './posting.ts'

const credit: PostingLine = {
  accountKind: 'activity_revenue',
  activityId: 'a1',
  amountCents: cents(-100n),
  labelKey: 'ledger.line.revenue',
  labelParams: {},
}

const debit: PostingLine = {
  accountKind: 'customers',
  activityId: null,
  amountCents: cents(100n),
  labelKey: 'ledger.line.customers',
  labelParams: {},
}

const posting = (...lines: PostingLine[]): Posting => ({
  kind: 'declaration',
  month: yearMonth('2026-10'),
  lines,
})

describe('assertBalanced', () => {
  it('accepts only lines that sum to zero', () => {
    expect(assertBalanced(posting(credit, debit)).lines).toHaveLength(2)
    expect(assertBalanced(posting()).lines).toHaveLength(0)
    expect(() => assertBalanced(posting(credit))).toThrow('-100 cents')
  })

  it('refuses a line of zero and an activity line without its activity', () => {
    const zero = { ...debit, amountCents: cents(0n) }
    expect(() => assertBalanced(posting(credit, debit, zero))).toThrow()
    expect(() => assertBalanced(posting({ ...credit, activityId: null }, debit))).toThrow()
    expect(() => assertBalanced(posting(credit, { ...debit, activityId: 'a1' }))).toThrow()
  })
})

describe('activityBalance', () => {
  it('is the money of one activity, positive when it has some', () => {
    const other = { ...credit, activityId: 'a2', amountCents: cents(-7n) }
    expect(activityBalance([credit, debit, other], 'a1')).toBe(100n)
    expect(activityBalance([credit, debit, other], 'a2')).toBe(7n)
    expect(activityBalance([], 'a1')).toBe(0n)
  })
})
