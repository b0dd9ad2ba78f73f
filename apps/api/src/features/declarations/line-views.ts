import { isExpenseCategory } from '@terreau/domain/expenses/vat-recovery'
import { cents } from '@terreau/domain/money/cents'
import { FIXED_PARITIES, isCurrencyCode } from '@terreau/domain/money/currency'
import { localDate } from '@terreau/domain/time/local-date'
import type { expenseView, saleView, tripView } from '@terreau/protocol/declaration-views'
import type { z } from 'zod'
import type { Tx } from '../../platform/db/transaction.ts'
import { receiptLineIds } from './receipts/receipt-queries.ts'
import { receiptStateOf } from './typed/read-expense.ts'

export type SaleView = z.output<typeof saleView>
export type ExpenseView = z.output<typeof expenseView>
export type TripView = z.output<typeof tripView>

export interface LineViews {
  sales: SaleView[]
  expenses: ExpenseView[]
  trips: TripView[]
}

/** The recorded lines of a declaration, in order, with the state of their receipts. */
export async function lineViewsOf(
  tx: Tx,
  cooperativeId: string,
  declarationId: string,
): Promise<LineViews> {
  const of = { cooperativeId, declarationId }
  const { reasons, channel } = await typedReasons(tx, of)
  const withReceipt = await receiptLineIds(tx, cooperativeId, declarationId)
  const context = { reasons, withReceipt, isImported: channel === 'import' }
  return {
    sales: await saleViews(tx, of, context),
    expenses: await expenseViews(tx, of, context),
    trips: await tripViews(tx, of),
  }
}

interface OfDeclaration {
  cooperativeId: string
  declarationId: string
}

interface ReceiptContext {
  /** Why a line has no receipt, as the person said. */
  reasons: ReadonlyMap<string, string>
  withReceipt: ReadonlySet<string>
  /** A file of the cooperative comes without pictures: none is missing. */
  isImported: boolean
}

async function typedReasons(tx: Tx, of: OfDeclaration) {
  const row = await tx
    .selectFrom('declaration')
    .select(['draft', 'channel'])
    .where('cooperativeId', '=', of.cooperativeId)
    .where('id', '=', of.declarationId)
    .executeTakeFirst()
  return { reasons: noReceiptReasons(row?.draft), channel: row?.channel ?? 'phone' }
}

/** The reasons that a stored draft gives, line by line. */
export function noReceiptReasons(draft: unknown): ReadonlyMap<string, string> {
  const reasons = new Map<string, string>()
  if (typeof draft !== 'object' || draft === null) return reasons
  for (const kind of ['sales', 'expenses'] as const) {
    const lines: unknown = Reflect.get(draft, kind)
    if (!Array.isArray(lines)) continue
    for (const line of lines) {
      if (typeof line?.id === 'string' && typeof line.noReceiptReason === 'string') {
        reasons.set(line.id, line.noReceiptReason)
      }
    }
  }
  return reasons
}

async function saleViews(tx: Tx, of: OfDeclaration, context: ReceiptContext): Promise<SaleView[]> {
  const rows = await tx
    .selectFrom('saleLine')
    .selectAll()
    .where('cooperativeId', '=', of.cooperativeId)
    .where('declarationId', '=', of.declarationId)
    .orderBy('position')
    .execute()
  return rows.map((row) => {
    if (!isCurrencyCode(row.currency)) throw new Error(`unknown currency ${row.currency}`)
    const noReceiptReason = context.reasons.get(row.id) ?? ''
    const receiptState = receiptStateOf({ id: row.id, noReceiptReason }, context.withReceipt)
    return {
      id: row.id,
      soldOn: localDate(row.soldOn),
      customer: row.customer,
      customerCountry: row.customerCountry,
      customerKind: row.customerKind === 'business' ? 'business' : 'person',
      amountMinor: row.amountMinor,
      currency: row.currency,
      unitsPerEuro: row.unitsPerEuro,
      rateSource: row.rateSource,
      isFixedRate: FIXED_PARITIES[row.currency] !== undefined,
      amountKind: row.amountKind === 'net' ? 'net' : 'gross',
      vatRateBp: row.vatRateBp,
      euroCents: cents(row.euroCents),
      netCents: cents(row.netCents),
      vatCents: cents(row.vatCents),
      paymentMeans: row.paymentMeans,
      moneyPlace: row.moneyPlace === 'at_hand' ? 'at_hand' : 'cooperative',
      receiptState:
        context.isImported && receiptState === 'missing' ? 'not_required' : receiptState,
      noReceiptReason,
    }
  })
}

async function expenseViews(
  tx: Tx,
  of: OfDeclaration,
  context: ReceiptContext,
): Promise<ExpenseView[]> {
  const rows = await tx
    .selectFrom('expenseLine')
    .selectAll()
    .where('cooperativeId', '=', of.cooperativeId)
    .where('declarationId', '=', of.declarationId)
    .orderBy('position')
    .execute()
  return rows.map((row) => {
    if (!isExpenseCategory(row.category)) throw new Error(`unknown category ${row.category}`)
    return {
      id: row.id,
      spentOn: localDate(row.spentOn),
      category: row.category,
      label: row.label,
      grossCents: cents(row.grossCents),
      vatCents: cents(row.vatCents),
      recoverableVatCents: cents(row.recoverableVatCents),
      costCents: cents(row.costCents),
      receiptState: readReceiptState(row.receiptState),
      noReceiptReason: context.reasons.get(row.id) ?? '',
      receiptName: row.receiptName as ExpenseView['receiptName'],
    }
  })
}

async function tripViews(tx: Tx, of: OfDeclaration): Promise<TripView[]> {
  const rows = await tx
    .selectFrom('tripLine as t')
    .leftJoin('vehicle as v', (join) =>
      join.onRef('v.cooperativeId', '=', 't.cooperativeId').onRef('v.id', '=', 't.vehicleId'),
    )
    .select(['t.id', 't.km', 't.fiscalHorsepower', 't.kmBefore', 't.allowanceCents', 't.reason'])
    .select(['t.vehicleId', 't.vehicleKind', 't.isElectric', 'v.label'])
    .where('t.cooperativeId', '=', of.cooperativeId)
    .where('t.declarationId', '=', of.declarationId)
    .orderBy('t.position')
    .execute()
  return rows.map(({ label, vehicleKind, ...row }) => ({
    ...row,
    vehicleKind: vehicleKind as TripView['vehicleKind'],
    vehicleLabel: label ?? '',
    allowanceCents: cents(row.allowanceCents),
  }))
}

function readReceiptState(text: string): ExpenseView['receiptState'] {
  if (text === 'attached' || text === 'on_paper' || text === 'not_required') return text
  return 'missing'
}
