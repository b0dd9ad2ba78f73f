import { localDate } from '@terreau/domain/time/local-date'
import type { Draft } from '../../features/declarations/own-declaration.ts'
import type { PlannedDeclaration } from './declare-months.ts'
import { type TypedSale, typedExpense, typedSale } from './invent-month.ts'
import { randomOf } from './random.ts'
import type { Customer } from './trade.ts'

const ABROAD: Customer = {
  name: 'Lagos Lights Studio',
  kind: 'business',
  country: 'NG',
  means: 'transfer',
  currency: 'USD',
}
const IN_MOROCCO: Customer = {
  ...ABROAD,
  name: 'Coopérative Talmest',
  country: 'MA',
  currency: 'MAD',
}
const IN_CASH: Customer = {
  ...ABROAD,
  name: '',
  kind: 'person',
  country: 'FR',
  means: 'cash',
  currency: 'EUR',
}
const TOWN: Customer = {
  ...IN_CASH,
  name: 'Mairie de Bagnolet',
  kind: 'business',
  means: 'transfer',
}

/** The ordinary month of somebody with what reviewers should notice in the demonstration. */
export function withSomething({ person, n, draft }: PlannedDeclaration): Draft {
  const random = randomOf(person.key, n, 'something')
  const day = draft.sales[0]?.soldOn ?? draft.expenses[0]?.spentOn
  if (day === undefined) return draft
  const on = localDate(day)
  const sell = (customer: Customer, euros: number): TypedSale =>
    typedSale(random.uuid(), customer, { soldOn: on, euros })
  switch (person.openMonth) {
    case 'nil':
      return { ...draft, hasSales: false, sales: [] }
    case 'receipt-missing':
    case 'question': {
      const usual = {
        category: 'production_purchase',
        label: 'achat chez un grossiste',
        vatPercent: 20,
      } as const
      const paid = { spentOn: on, grossCents: 31_240, isLost: true }
      return {
        ...draft,
        hasExpenses: true,
        expenses: [...draft.expenses, typedExpense(random.uuid(), usual, paid)],
      }
    }
    case 'new-currency':
      return plus(draft, sell(ABROAD, 640))
    case 'draft-without-rate':
      return plus(draft, sell(IN_MOROCCO, 310))
    case 'three-times':
      return plus(draft, sell(TOWN, 30 * person.scalePercent))
    case 'cash-at-hand':
      return plus(draft, { ...sell(IN_CASH, 365), moneyPlace: 'at_hand' })
    case 'refund':
      return plus(draft, { ...sell(TOWN, 85), amountText: '-85' })
    case 'twice': {
      const [first] = draft.sales
      return first ? plus(draft, { ...first, id: random.uuid() }) : draft
    }
    default:
      return draft
  }
}

function plus(draft: Draft, sale: TypedSale): Draft {
  return { ...draft, hasSales: true, sales: [...draft.sales, sale] }
}
