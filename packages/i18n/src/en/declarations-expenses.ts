import type { declarationsExpenses as source } from '../fr/declarations-expenses.ts'
import type { Translation } from '../t.ts'

export const declarationsExpenses = {
  list: {
    question: 'Did you pay for anything for your activity?',
    hint: 'For example: equipment, a train, a meal, fuel.',
    yes: 'Yes, I paid for something',
    no: 'No, nothing',
    title: 'Your {ofMonth} expenses',
    more: 'I have another expense',
    done: 'That’s all',
    removed: 'Expense removed.',
    none: 'No expense',
  },
  what: 'What did you pay for?',
  kilometres: 'Kilometres by car',
  more: 'Something else',
  name: {
    question: 'Whose name is on the invoice?',
    hint: 'It is written at the top of the paper.',
    cooperative: 'The cooperative',
    own: 'Me',
    none: 'No name',
    unknown: 'I do not know',
  },
  vat: {
    question: 'Which VAT is written on the receipt?',
    hint: 'Look for the word TVA near the total. Leave it empty if it is not there.',
    label: 'VAT, in euros',
  },
  amount: {
    question: 'How much did you pay?',
    label: 'Price paid, in euros',
    hint: 'Write the price with VAT. Example: 72.00',
    empty: 'Write the price paid.',
  },
  summary: {
    what: 'What',
    amount: 'Price paid',
    vat: 'VAT of the receipt',
    noVat: 'No VAT',
    name: 'Name on the receipt',
    day: 'Day',
    receipt: 'Receipt',
    done: 'All right',
  },
  trip: {
    question: 'How many kilometres did you drive?',
    hint: 'Count only trips for your activity.',
    km: 'Kilometres',
    kmHint: 'Without decimals. Example: 120',
    vehicle: 'With which vehicle?',
    reason: 'Where did you go?',
    noCard: 'The registration card of your car is missing.',
    noCardHint: 'Send it to the cooperative, then come back here.',
  },
} as const satisfies Translation<typeof source>
