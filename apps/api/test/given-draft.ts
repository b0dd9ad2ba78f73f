import { randomUUID } from 'node:crypto'
import type { Api } from '@terreau/protocol/api'

export type WireDraft = Api['PUT /me/declarations/:month/draft']['body']

/** What the phone keeps, as typed; by default a month without anything. */
export function draft(options: Partial<WireDraft> = {}): WireDraft {
  return {
    clientId: randomUUID(),
    hasSales: (options.sales ?? []).length > 0,
    sales: [],
    hasExpenses: (options.expenses ?? []).length + (options.trips ?? []).length > 0,
    expenses: [],
    trips: [],
    ...options,
  }
}

/** A sale in October 2026 to a business in France, paid by transfer. */
export function typedSale(
  amountText: string,
  options: Partial<WireDraft['sales'][number]> = {},
): WireDraft['sales'][number] {
  return {
    id: randomUUID(),
    amountText,
    currency: 'EUR',
    soldOn: '2026-10-12',
    customer: 'Épicerie Sahel',
    customerCountry: 'FR',
    customerKind: 'business',
    paymentMeans: 'transfer',
    moneyPlace: 'cooperative',
    noReceiptReason: '',
    ...options,
  }
}

export function typedExpense(
  grossText: string,
  options: Partial<WireDraft['expenses'][number]> = {},
): WireDraft['expenses'][number] {
  return {
    id: randomUUID(),
    category: 'supplies',
    label: 'tissu',
    grossText,
    vatText: '',
    spentOn: '2026-10-12',
    noReceiptReason: '',
    ...options,
  }
}
