import type { PaymentMeans } from '@terreau/domain/declarations/payment-means'
import type { ExpenseCategory } from '@terreau/domain/expenses/vat-recovery'
import type { CurrencyCode } from '@terreau/domain/money/currency'

export const TRADE_KEYS = [
  'sewing',
  'catering',
  'import',
  'cosmetics',
  'computing',
  'bicycle',
  'books',
  'translation',
  'care',
  'craft',
  'image',
  'teaching',
  'hair',
  'garden',
  'islands',
  'guinea',
] as const
export type TradeKey = (typeof TRADE_KEYS)[number]

export interface Customer {
  name: string
  kind: 'business' | 'person'
  country: string
  means: PaymentMeans
  currency: CurrencyCode
}

export interface UsualExpense {
  category: ExpenseCategory
  label: string
  euros: readonly [low: number, high: number]
  /** VAT printed on the receipt, in hundredths; 0 when there is none. */
  vatPercent: number
  chance: number
}

/** What somebody of a trade sells and buys in an ordinary month. */
export interface Trade {
  vatRateBp: number
  sales: {
    count: readonly [low: number, high: number]
    euros: readonly [low: number, high: number]
  }
  customers: readonly [Customer, ...Customer[]]
  expenses: readonly UsualExpense[]
  trip?: { km: readonly [low: number, high: number]; reason: string }
}

export const shop = (name: string, means: PaymentMeans = 'transfer'): Customer => ({
  name,
  kind: 'business',
  country: 'FR',
  means,
  currency: 'EUR',
})
export const someone = (means: PaymentMeans, name = ''): Customer => ({
  ...shop(name, means),
  kind: 'person',
})
export const abroad = (
  name: string,
  country: string,
  currency: CurrencyCode,
  means: PaymentMeans = 'transfer',
): Customer => ({ ...shop(name, means), country, currency })

export const bought = (
  category: ExpenseCategory,
  label: string,
  euros: UsualExpense['euros'],
  rest: Partial<UsualExpense> = {},
): UsualExpense => ({ category, label, euros, vatPercent: 20, chance: 60, ...rest })

export const PHONE = bought('phone', 'forfait mobile', [20, 35], { chance: 55 })
export const TRAIN = bought('train', 'billet de train', [24, 90], { vatPercent: 10, chance: 25 })

/** Rough prices abroad, per euro and rounded to what people ask for; the books use the real rates. */
export const ASKED_PER_EURO: Readonly<
  Partial<Record<CurrencyCode, readonly [rate: number, step: number]>>
> = {
  EUR: [1, 1],
  XOF: [656, 500],
  XAF: [656, 500],
  KMF: [492, 500],
  GNF: [9_870, 5_000],
  USD: [1.13, 1],
  MAD: [10.7, 10],
}
