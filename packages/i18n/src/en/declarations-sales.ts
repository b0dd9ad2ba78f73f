import type { declarationsSales as source } from '../fr/declarations-sales.ts'
import type { Translation } from '../t.ts'

export const declarationsSales = {
  customer: {
    question: 'Who paid you?',
    name: 'Name of the customer',
    country: 'Country of the customer',
    person: 'It is a person',
    business: 'It is a company or an association',
  },
  means: {
    question: 'How were you paid?',
    cash: 'Cash',
    transfer: 'Transfer',
    card: 'Card',
    cheque: 'Cheque',
    wave: 'Wave',
    orange_money: 'Orange Money',
    other: 'Another way',
  },
  place: {
    question: 'Where is the money now?',
    cooperative: 'In the cooperative’s account',
    at_hand: 'With me',
  },
  summary: {
    amount: 'Amount',
    customer: 'Customer',
    day: 'Day',
    means: 'Payment',
    place: 'Where the money is',
    receipt: 'Receipt',

    done: 'All right',
  },
  list: {
    title: 'Your {ofMonth} sales',
    total: 'Total',
    more: 'I have another sale',
    done: 'That’s all',
    none: 'No sale',
    removed: 'Sale removed.',
  },
} as const satisfies Translation<typeof source>
