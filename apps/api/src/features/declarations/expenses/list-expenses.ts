import { type Cents, cents, sumCents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import {
  type ExpenseRow,
  type ExpenseView,
  expenseRows,
  IS_DUE,
  IS_NOT_EXPORTED,
  IS_PAID,
} from './expense-rows.ts'

/** Lines of a page. */
const EXPENSES_MOST = 100

/** The lines of each view, and how many of them a month has. */
const VIEWS = {
  'to-pay': { lines: IS_DUE, count: 'due' },
  paid: { lines: IS_PAID, count: 'paid' },
  all: { lines: sql<boolean>`true`, count: 'shown' },
} as const

/** What is owed to people and what was paid back, with the four states of each line. */
export async function listExpenses(
  tx: Tx,
  ctx: Context,
  { view, page }: { view: ExpenseView; page: number },
) {
  const { lines, count } = VIEWS[view]
  const months = await expenseMonths(tx, ctx.cooperativeId)
  const shown = monthsOfPage(months, count, (page - 1) * EXPENSES_MOST)
  const rows =
    shown.months.length === 0
      ? []
      : await expenseRows(tx, ctx.cooperativeId, {
          declarations: ofMonths(shown.months),
          lines,
          limit: EXPENSES_MOST,
          offset: shown.offset,
        })
  return {
    total: sumOf(months, count),
    most: EXPENSES_MOST,
    dueCents: sumCents(months.map((month) => cents(month.dueCents))),
    toExport: sumOf(months, 'toExport'),
    rows: rows.map(expenseView),
  }
}

/** What a new file holds: due, and in no file yet. */
export async function linesToExport(tx: Tx, cooperativeId: string): Promise<ExpenseRow[]> {
  const months = (await expenseMonths(tx, cooperativeId)).filter((month) => month.toExport > 0)
  if (months.length === 0) return []
  return await expenseRows(tx, cooperativeId, {
    declarations: ofMonths(months.map((month) => month.month)),
    lines: sql<boolean>`(${IS_DUE} and ${IS_NOT_EXPORTED})`,
    limit: sumOf(months, 'toExport'),
  })
}

type MonthCount = 'shown' | 'paid' | 'due' | 'toExport'
type ExpenseMonth = Record<MonthCount, number> & { month: string; dueCents: bigint }

/** Newest first, as the lines are. */
async function expenseMonths(tx: Tx, cooperativeId: string): Promise<ExpenseMonth[]> {
  return await tx
    .selectFrom('expenseMonth')
    .select(['month', 'shown', 'paid', 'due', 'dueCents', 'toExport'])
    .where('cooperativeId', '=', cooperativeId)
    .orderBy('month', 'desc')
    .execute()
}

function sumOf(months: readonly ExpenseMonth[], count: MonthCount): number {
  return months.reduce((sum, month) => sum + month[count], 0)
}

/** The months in which the lines of a page are, and how many of their lines come before it. */
function monthsOfPage(
  months: readonly ExpenseMonth[],
  count: MonthCount,
  start: number,
): { months: string[]; offset: number } {
  const shown: string[] = []
  let before = 0
  let offset = 0
  for (const month of months) {
    const after = before + month[count]
    if (after > start && before < start + EXPENSES_MOST && after > before) {
      if (shown.length === 0) offset = start - before
      shown.push(month.month)
    }
    before = after
  }
  return { months: shown, offset }
}

function ofMonths(months: readonly string[]) {
  return sql<boolean>`d.month in (${sql.join(months)})`
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
