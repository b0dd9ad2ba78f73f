import type {
  ExpenseLineInput,
  SaleLineInput,
  TripLineInput,
} from '@terreau/domain/declarations/breakdown'
import type { MileageVehicle } from '@terreau/domain/expenses/mileage-scale'
import { isExpenseCategory, type ReceiptName } from '@terreau/domain/expenses/vat-recovery'
import { cents } from '@terreau/domain/money/cents'
import { isCurrencyCode } from '@terreau/domain/money/currency'
import { rateBp } from '@terreau/domain/money/rate'
import type { Tx } from '../../platform/db/transaction.ts'

export interface RecordedLines {
  sales: SaleLineInput[]
  expenses: ExpenseLineInput[]
  trips: (Required<Omit<TripLineInput, 'kmBefore' | 'paidBeforeCents'>> & {
    id: string
    vehicleId: string | null
  })[]
}

/** The lines as they were declared, in their order. */
export async function recordedLines(
  tx: Tx,
  cooperativeId: string,
  declarationId: string,
): Promise<RecordedLines> {
  return {
    sales: await recordedSales(tx, cooperativeId, declarationId),
    expenses: await recordedExpenses(tx, cooperativeId, declarationId),
    trips: await recordedTrips(tx, cooperativeId, declarationId),
  }
}

async function recordedTrips(
  tx: Tx,
  cooperativeId: string,
  declarationId: string,
): Promise<RecordedLines['trips']> {
  const rows = await tx
    .selectFrom('tripLine')
    .select(['id', 'km', 'fiscalHorsepower', 'vehicleId', 'vehicleKind', 'isElectric'])
    .where('cooperativeId', '=', cooperativeId)
    .where('declarationId', '=', declarationId)
    .orderBy('position')
    .execute()
  return rows.map(({ vehicleKind, isElectric, ...row }) => ({
    ...row,
    vehicle: vehicleKind as MileageVehicle,
    electric: isElectric,
  }))
}

async function recordedSales(
  tx: Tx,
  cooperativeId: string,
  declarationId: string,
): Promise<SaleLineInput[]> {
  const rows = await tx
    .selectFrom('saleLine')
    .select(['amountMinor', 'currency', 'unitsPerEuro', 'amountKind', 'vatRateBp'])
    .where('cooperativeId', '=', cooperativeId)
    .where('declarationId', '=', declarationId)
    .orderBy('position')
    .execute()
  return rows.map((row) => {
    if (!isCurrencyCode(row.currency)) throw new Error(`unknown currency ${row.currency}`)
    return {
      ...row,
      currency: row.currency,
      amountKind: row.amountKind === 'net' ? 'net' : 'gross',
      vatRateBp: rateBp(BigInt(row.vatRateBp)),
    }
  })
}

async function recordedExpenses(
  tx: Tx,
  cooperativeId: string,
  declarationId: string,
): Promise<ExpenseLineInput[]> {
  const rows = await tx
    .selectFrom('expenseLine')
    .select(['grossCents', 'vatCents', 'category', 'receiptName'])
    .where('cooperativeId', '=', cooperativeId)
    .where('declarationId', '=', declarationId)
    .orderBy('position')
    .execute()
  return rows.map((row) => {
    if (!isExpenseCategory(row.category)) throw new Error(`unknown category ${row.category}`)
    return {
      category: row.category,
      grossCents: cents(row.grossCents),
      vatCents: cents(row.vatCents),
      receiptName: row.receiptName as ReceiptName,
    }
  })
}
