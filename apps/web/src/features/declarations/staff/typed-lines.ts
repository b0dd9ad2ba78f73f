import type { Locale } from '@terreau/i18n/t'
import { amountText } from '../../../ui/amount-text.ts'
import type { CorrectedLines, ReviewLines, Started } from './queries.ts'

export type TypedSale = CorrectedLines['sales'][number]
export type TypedExpense = CorrectedLines['expenses'][number]
export type TypedTrip = CorrectedLines['trips'][number]

/** Recorded lines as the texts that a form shows. */
export function typedLines(lines: ReviewLines, locale: Locale): CorrectedLines {
  return {
    sales: lines.sales.map((sale) => ({
      id: sale.id,
      amountText: amountText(sale.amountMinor, sale.currency, locale),
      currency: sale.currency,
      soldOn: sale.soldOn,
      customer: sale.customer,
      customerCountry: sale.customerCountry,
      customerKind: sale.customerKind,
      paymentMeans: meansOf(sale.paymentMeans),
      moneyPlace: sale.moneyPlace,
      noReceiptReason: reasonOf(sale.noReceiptReason),
      amountKind: sale.amountKind,
      vatRateBp: sale.vatRateBp,
    })),
    expenses: lines.expenses.map((expense) => ({
      id: expense.id,
      category: expense.category,
      label: expense.label,
      grossText: amountText(expense.grossCents, 'EUR', locale),
      vatText: expense.vatCents === '0' ? '' : amountText(expense.vatCents, 'EUR', locale),
      spentOn: expense.spentOn,
      noReceiptReason: expense.receiptState === 'on_paper' ? 'on_paper' : '',
      receiptName: expense.receiptName,
    })),
    trips: lines.trips.map((trip) => ({
      id: trip.id,
      kmText: String(trip.km),
      vehicleId: trip.vehicleId ?? '',
      reason: trip.reason,
    })),
  }
}

/** What a person has begun on the phone, to go on from; nothing when they had not. */
export function startedLines({ draft }: Started): CorrectedLines {
  if (draft === null) return { sales: [], expenses: [], trips: [] }
  return {
    sales: draft.sales.map((sale) => ({ ...sale, amountKind: 'gross', vatRateBp: null })),
    expenses: draft.expenses,
    trips: draft.trips,
  }
}

export function blankSale(): TypedSale {
  return {
    id: crypto.randomUUID(),
    amountText: '',
    currency: 'EUR',
    soldOn: '',
    customer: '',
    customerCountry: 'FR',
    customerKind: 'person',
    paymentMeans: 'transfer',
    moneyPlace: 'cooperative',
    noReceiptReason: '',
    amountKind: 'gross',
    vatRateBp: null,
  }
}

export function blankExpense(): TypedExpense {
  return {
    id: crypto.randomUUID(),
    category: 'supplies',
    label: '',
    grossText: '',
    vatText: '',
    spentOn: '',
    noReceiptReason: '',
    receiptName: '',
  }
}

export function blankTrip(): TypedTrip {
  return { id: crypto.randomUUID(), kmText: '', reason: '', vehicleId: '' }
}

const MEANS = ['cash', 'transfer', 'card', 'cheque', 'wave', 'orange_money'] as const
const REASONS = ['lost', 'never_given', 'on_paper'] as const

function meansOf(text: string): TypedSale['paymentMeans'] {
  return MEANS.find((means) => means === text) ?? 'other'
}

function reasonOf(text: string): TypedSale['noReceiptReason'] {
  return REASONS.find((reason) => reason === text) ?? ''
}
