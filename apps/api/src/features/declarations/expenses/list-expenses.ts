import { type Cents, cents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import {
  EXPENSES_MOST,
  type ExpenseRow,
  type ExpenseView,
  expenseRows,
  expensesDue,
  IS_DUE,
  IS_NOT_EXPORTED,
  IS_PAID,
} from './expense-rows.ts'

const WANTED = { 'to-pay': IS_DUE, paid: IS_PAID, all: sql<boolean>`true` } as const

/** What is owed to people and what was paid back, with the four states of each line. */
export async function listExpenses(
  tx: Tx,
  ctx: Context,
  { view, page }: { view: ExpenseView; page: number },
) {
  const shown = { limit: EXPENSES_MOST, page }
  const { rows, total } = await expenseRows(tx, ctx.cooperativeId, WANTED[view], shown)
  return {
    total,
    most: EXPENSES_MOST,
    ...(await expensesDue(tx, ctx.cooperativeId)),
    rows: rows.map(expenseView),
  }
}

const ALL = 100_000

/** What a new file holds: due, and in no file yet. */
export async function linesToExport(tx: Tx, cooperativeId: string): Promise<ExpenseRow[]> {
  const wanted = sql<boolean>`(${IS_DUE} and ${IS_NOT_EXPORTED})`
  return (await expenseRows(tx, cooperativeId, wanted, { limit: ALL })).rows
}

function expenseView(row: ExpenseRow) {
  const { receiptState, approvedBy, approvedAt, receiptAct, paymentAct, exportAct, ...line } = row
  const { personReference: _, ...shown } = line
  return {
    ...shown,
    approval: approvedAt === null ? null : { by: approvedBy ?? '', at: approvedAt.toISOString() },
    receipt: {
      state: receiptState,
      seen: receiptAct?.act === 'seen' ? doneOf(receiptAct) : null,
    },
    payment:
      paymentAct?.act === 'paid'
        ? {
            ...doneOf(paymentAct),
            amountCents: amountOf(paymentAct.cents),
            reference: paymentAct.reference,
          }
        : null,
    export:
      exportAct?.exportId == null ? null : { ...doneOf(exportAct), exportId: exportAct.exportId },
  }
}

function doneOf({ by, on }: { by: string; on: string }) {
  return { by, on: localDate(on) }
}

function amountOf(text: string): Cents {
  return cents(BigInt(text))
}
