/**
 * What happens to an expense after it was declared. Four axes, never one status: approval (its declaration
 * is accepted), receipt, payment and export. One says nothing about another: what is paid may still wait
 * for its receipt, and what was exported may not be paid.
 */
export const EXPENSE_ACTS = {
  'see-receipt': { axis: 'receipt', result: 'seen' },
  'unsee-receipt': { axis: 'receipt', result: 'unseen' },
  pay: { axis: 'payment', result: 'paid' },
  'undo-payment': { axis: 'payment', result: 'unpaid' },
} as const

export type ExpenseAct = keyof typeof EXPENSE_ACTS
export const EXPENSE_ACT_NAMES = Object.keys(EXPENSE_ACTS).filter(isExpenseAct)

/** Whether a text names an act. */
export function isExpenseAct(text: string): text is ExpenseAct {
  return Object.hasOwn(EXPENSE_ACTS, text)
}

/** Where an expense stands, as far as acts go. A trip has no receipt. */
export interface SettledExpense {
  readonly kind: 'expense' | 'trip'
  readonly isApproved: boolean
  readonly isPaid: boolean
  readonly isReceiptSeen: boolean
}

/** Only what is approved and not paid is paid; the other acts undo or note what is not noted yet. */
export function mayAct(act: ExpenseAct, expense: SettledExpense): boolean {
  switch (act) {
    case 'pay':
      return expense.isApproved && !expense.isPaid
    case 'undo-payment':
      return expense.isPaid
    case 'see-receipt':
      return expense.kind === 'expense' && !expense.isReceiptSeen
    case 'unsee-receipt':
      return expense.isReceiptSeen
  }
}
