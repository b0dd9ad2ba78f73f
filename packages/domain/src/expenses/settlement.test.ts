import { describe, expect, it } from 'vitest'
import { EXPENSE_ACT_NAMES, isExpenseAct, mayAct, type SettledExpense } from './settlement.ts'

const expense: SettledExpense = {
  kind: 'expense',
  isApproved: true,
  isPaid: false,
  isReceiptSeen: false,
}
const may = (part: Partial<SettledExpense> = {}) =>
  EXPENSE_ACT_NAMES.filter((act) => mayAct(act, { ...expense, ...part }))

describe('what may happen to an expense', () => {
  it('keeps the axes apart: each moves alone', () => {
    expect(may()).toEqual(['see-receipt', 'pay'])
    expect(may({ isPaid: true })).toEqual(['see-receipt', 'undo-payment'])
    expect(may({ isReceiptSeen: true })).toEqual(['unsee-receipt', 'pay'])
  })

  it('pays nothing that is not approved, and asks no receipt of kilometres', () => {
    expect(may({ isApproved: false })).toEqual(['see-receipt'])
    expect(may({ kind: 'trip' })).toEqual(['pay'])
    expect(isExpenseAct('approve')).toBe(false)
  })
})
