import {
  type Flag,
  type FlagContext,
  type FlaggedDeclaration,
  flagsFor,
} from '@terreau/domain/declarations/flags'
import type { RecapAnswer } from '@terreau/domain/declarations/recap'
import { isExpenseCategory, type ReceiptName } from '@terreau/domain/expenses/vat-recovery'
import { type Cents, cents } from '@terreau/domain/money/cents'
import { type CurrencyCode, isCurrencyCode } from '@terreau/domain/money/currency'
import { localDate } from '@terreau/domain/time/local-date'
import { lastDay, type YearMonth } from '@terreau/domain/time/year-month'
import type { Tx } from '../../platform/db/transaction.ts'
import { settingOn, settingsOn } from '../settings/index.ts'

/** 150 €: what a cooperative that decided nothing works with. */
const DEFAULT_RECEIPT_THRESHOLD = '15000'

/** A sale as the queue reads it, in plain JSON of one statement. */
export interface FlaggedSaleRow {
  id: string
  on: string
  minor: string
  currency: string
  cents: string
  /** Null when no picture is expected: promised on paper, or imported from a file. */
  hasReceipt: boolean | null
  isCashAtHand: boolean
}

export interface FlaggedExpenseRow {
  id: string
  on: string
  cents: string
  hasReceipt: boolean | null
  category: string
  receiptName: string
}

/** The flags of one declaration, from rows. */
export function flagsOf(
  declaration: {
    month: YearMonth
    sales: readonly FlaggedSaleRow[]
    expenses: readonly FlaggedExpenseRow[]
    dispute: FlaggedDeclaration['dispute']
  },
  context: FlagContext,
): Flag[] {
  return flagsFor(
    {
      month: declaration.month,
      dispute: declaration.dispute ?? null,
      sales: declaration.sales.map((sale) => ({
        id: sale.id,
        on: localDate(sale.on),
        amountMinor: BigInt(sale.minor),
        currency: currencyOf(sale.currency),
        amountCents: cents(BigInt(sale.cents)),
        hasReceipt: sale.hasReceipt,
        isCashAtHand: sale.isCashAtHand,
      })),
      expenses: declaration.expenses.map((expense) => ({
        id: expense.id,
        on: localDate(expense.on),
        grossCents: cents(BigInt(expense.cents)),
        hasReceipt: expense.hasReceipt,
        ...(isExpenseCategory(expense.category) ? { category: expense.category } : {}),
        receiptName: expense.receiptName as ReceiptName,
      })),
    },
    context,
  )
}

const CEILINGS = {
  restaurant: 'expense_ceiling_restaurant_cents',
  hotel: 'expense_ceiling_hotel_cents',
  train: 'expense_ceiling_train_cents',
  phone: 'expense_ceiling_phone_cents',
} as const

/** What is paid back at most for one expense, by category, as decided for the month. */
export async function ceilingsIn(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<NonNullable<FlagContext['ceilings']>> {
  const settings = await settingsOn(tx, cooperativeId, Object.values(CEILINGS), lastDay(month))
  const decided = Object.entries(CEILINGS).flatMap(([category, key]) => {
    const value = settings.get(key)
    return value === undefined ? [] : [[category, cents(BigInt(value))] as const]
  })
  return Object.fromEntries(decided)
}

/** What the person disputes in what staff typed for them. */
export function disputeOf(
  recap: 'none' | 'waiting' | RecapAnswer,
  lineId: string | null,
): FlaggedDeclaration['dispute'] {
  return recap === 'not_exactly' || recap === 'no' ? { answer: recap, lineId } : null
}

/** Above this amount a missing receipt is worth a look. */
export async function receiptThreshold(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<Cents> {
  const value = await settingOn(tx, cooperativeId, 'receipt_threshold_cents', lastDay(month))
  return cents(BigInt(value ?? DEFAULT_RECEIPT_THRESHOLD))
}

export function knownCurrencies(codes: readonly string[] | null): CurrencyCode[] {
  return (codes ?? []).filter(isCurrencyCode)
}

function currencyOf(code: string): CurrencyCode {
  if (!isCurrencyCode(code)) throw new Error(`unknown currency ${code}`)
  return code
}
