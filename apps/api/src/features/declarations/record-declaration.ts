import { saleFigures } from '@terreau/domain/declarations/breakdown'
import { mileageAllowance } from '@terreau/domain/expenses/mileage'
import { expenseAmounts } from '@terreau/domain/expenses/vat-recovery'
import { cents } from '@terreau/domain/money/cents'
import {
  type CurrencyCode,
  FIXED_PARITIES,
  fixedUnitsPerEuro,
} from '@terreau/domain/money/currency'
import { rateBp } from '@terreau/domain/money/rate'
import { firstDay, yearOf } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { breakdownSettingsOn } from './breakdown-settings.ts'
import type { DeclarationKey, DeclaredLines } from './declared-lines.ts'
import { withKmBefore } from './km-before.ts'

/**
 * Replaces every line of a declaration that is not accepted, with the amounts that follow from what was
 * declared: euros, VAT, what the State gives back, kilometres. Each sale is converted once, here.
 */
export async function recordLines(
  tx: Tx,
  ctx: Context,
  declaration: DeclarationKey,
  lines: DeclaredLines,
): Promise<void> {
  const key = { cooperativeId: ctx.cooperativeId, declarationId: declaration.id }
  await forgetLines(tx, key)
  await insertSales(tx, key, declaration, lines.sales)
  await insertExpenses(tx, key, declaration, lines.expenses)
  await insertTrips(tx, key, declaration, lines.trips)
}

interface LineKey {
  cooperativeId: string
  declarationId: string
}

async function forgetLines(tx: Tx, { cooperativeId, declarationId }: LineKey): Promise<void> {
  const ofIt = sql`cooperative_id = ${cooperativeId} and declaration_id = ${declarationId}`
  await sql`with sales as (delete from terreau.sale_line where ${ofIt}),
                 expenses as (delete from terreau.expense_line where ${ofIt})
            delete from terreau.trip_line where ${ofIt}`.execute(tx)
}

async function insertSales(
  tx: Tx,
  key: LineKey,
  declaration: DeclarationKey,
  sales: DeclaredLines['sales'],
): Promise<void> {
  if (sales.length === 0) return
  const rates = await ratesFor(tx, key.cooperativeId, declaration, sales)
  const rows = sales.map((sale, index) => {
    const rate = rates.get(sale.currency)
    if (rate === undefined) {
      const params = { currency: sale.currency, month: declaration.concernsMonth }
      throw new ProblemError('exchange-rate-missing', params)
    }
    const amounts = saleFigures({
      ...sale,
      unitsPerEuro: rate.unitsPerEuro,
      vatRateBp: rateBp(BigInt(sale.vatRateBp)),
    })
    return {
      ...key,
      ...sale,
      position: index + 1,
      unitsPerEuro: rate.unitsPerEuro,
      rateSource: rate.source,
      euroCents: amounts.amountCents,
      netCents: amounts.netCents,
      vatCents: amounts.vatCents,
    }
  })
  await tx.insertInto('saleLine').values(rows).execute()
}

interface Rate {
  unitsPerEuro: string
  source: string
}

/** Treaty parities first; another currency needs the rate that staff entered for the month. */
async function ratesFor(
  tx: Tx,
  cooperativeId: string,
  declaration: DeclarationKey,
  sales: DeclaredLines['sales'],
): Promise<ReadonlyMap<CurrencyCode, Rate>> {
  const on = firstDay(declaration.concernsMonth)
  const rates = new Map<CurrencyCode, Rate>()
  const floating: CurrencyCode[] = []
  for (const currency of new Set(sales.map((sale) => sale.currency))) {
    const unitsPerEuro = fixedUnitsPerEuro(currency, on)
    const source = FIXED_PARITIES[currency]?.source ?? ''
    if (unitsPerEuro === null) floating.push(currency)
    else rates.set(currency, { unitsPerEuro, source })
  }
  if (floating.length === 0) return rates
  const rows = await tx
    .selectFrom('exchangeRate')
    .select(['currency', 'unitsPerEuro', 'source'])
    .where('cooperativeId', '=', cooperativeId)
    .where('month', '=', declaration.concernsMonth)
    .where('currency', 'in', floating)
    .execute()
  for (const currency of floating) {
    const row = rows.find((one) => one.currency === currency)
    if (row) rates.set(currency, { unitsPerEuro: row.unitsPerEuro, source: row.source })
  }
  return rates
}

async function insertExpenses(
  tx: Tx,
  key: LineKey,
  declaration: DeclarationKey,
  expenses: DeclaredLines['expenses'],
): Promise<void> {
  if (expenses.length === 0) return
  const on = firstDay(declaration.concernsMonth)
  const { phoneShareBp } = await breakdownSettingsOn(tx, key.cooperativeId, on)
  const rows = expenses.map((expense, index) => ({
    ...key,
    ...expense,
    position: index + 1,
    ...expenseAmounts({
      grossCents: cents(expense.grossCents),
      vatCents: cents(expense.vatCents),
      category: expense.category,
      receiptName: expense.receiptName ?? '',
      phoneShareBp,
      on,
    }),
  }))
  await tx.insertInto('expenseLine').values(rows).execute()
}

async function insertTrips(
  tx: Tx,
  key: LineKey,
  declaration: DeclarationKey,
  trips: DeclaredLines['trips'],
): Promise<void> {
  if (trips.length === 0) return
  const year = yearOf(declaration.concernsMonth)
  const driven = trips.map((trip) => ({
    ...trip,
    vehicle: trip.vehicleKind ?? 'car',
    electric: trip.isElectric ?? false,
  }))
  const dated = await withKmBefore(tx, key.cooperativeId, declaration, driven)
  const rows = dated.map(({ vehicle, electric, paidBeforeCents, ...trip }, index) => ({
    ...key,
    ...trip,
    position: index + 1,
    allowanceCents: mileageAllowance({ ...trip, vehicle, electric, paidBeforeCents, year }),
  }))
  await tx.insertInto('tripLine').values(rows).execute()
}
