import type { expenses as fr } from '../fr/expenses.ts'
import type { Translation } from '../t.ts'

/** What is paid back to people. */
export const expenses = {
  nav: 'Expenses',
  title: 'Expenses to pay back',
  due: 'Approved and not paid back yet: {amount}',
  hint: 'Four separate things: approval, receipt, payment, file. One says nothing about another.',
  views: 'Views',
  view: { 'to-pay': 'To pay back', paid: 'Paid back', all: 'All' },
  empty: {
    'to-pay': 'All that is approved is paid back.',
    paid: 'No payment is noted.',
    all: 'No accepted expense.',
  },
  export: {
    one: 'Make the file ({count} line)',
    many: 'Make the file ({count} lines)',
    other: 'Make the file ({count} lines)',
  },
  openFile: 'Open the file (CSV)',
  column: {
    choose: 'Choose',
    person: 'Person',
    what: 'What',
    amount: 'Amount',
    approval: 'Approval',
    receipt: 'Receipt',
    payment: 'Payment',
    export: 'File',
  },
  kilometres: 'Kilometres',
  no: 'No',
  by: '{date}, {by}',
  seen: 'seen',
  notApproved: 'Acceptance taken back',
  choose: 'Choose: {person}, {what}',
  chosen: {
    one: '{count} line chosen, {amount}',
    many: '{count} lines chosen, {amount}',
    other: '{count} lines chosen, {amount}',
  },
  noAct: 'These lines are not at the same point: choose fewer.',
  act: {
    label: 'Note',
    pay: 'Paid back',
    'undo-payment': 'Payment taken back',
    'see-receipt': 'Receipts seen',
    'unsee-receipt': 'Receipts not seen',
  },
  doneOn: 'On',
  reference: 'Reference',
  referenceHint: 'For example the number of the transfer.',
  save: 'Save',
} as const satisfies Translation<typeof fr>
