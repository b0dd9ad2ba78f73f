import type { declarationsSales as source } from '../fr/declarations-sales.ts'
import type { Translation } from '../t.ts'

export const declarationsSales = {
  customer: {
    question: 'Who paid you?',
    personHere: 'A person, in France',
    businessHere: 'A company or an association, in France',
    abroad: 'A customer in another country',
    where: 'Which country is this customer in?',
    kind: 'Who is this customer?',
    who: 'What is the name of this customer?',
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
    name: 'Name of the customer',
    noName: 'No name',
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
