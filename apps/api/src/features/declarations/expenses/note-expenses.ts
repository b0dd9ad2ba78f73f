import { randomUUID } from 'node:crypto'
import { EXPENSE_ACTS, type ExpenseAct, mayAct } from '@terreau/domain/expenses/settlement'
import { type Cents, sumCents } from '@terreau/domain/money/cents'
import type { LocalDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { lockDeclarations } from '../lock-declarations.ts'
import { type ExpenseRow, expenseRows } from './expense-rows.ts'
import { linesToExport } from './list-expenses.ts'

interface Noted {
  act: ExpenseAct
  lines: readonly { declarationId: string; lineId: string }[]
  doneOn: LocalDate
  reference: string
}

/** Notes a receipt or a payment, or takes it back, for all the lines or for none. */
export const noteExpenses = mutation<Noted, undefined>({
  access: 'expense.settle',
  async run(tx, ctx, { act, lines, doneOn, reference }) {
    if (doneOn > ctx.today) {
      const errors = [{ pointer: '/body/doneOn', code: 'date-not-yet' }]
      throw new ProblemError('request-invalid', undefined, errors)
    }
    const rows = await lockedRows(tx, ctx, lines)
    const isAllowed = rows.every((row) => mayAct(act, settledOf(row)))
    const asked = new Set(lines.map(({ lineId }) => lineId))
    if (!isAllowed || rows.length !== asked.size) throw new ProblemError('expense-act-not-allowed')
    const { axis, result } = EXPENSE_ACTS[act]
    await insertActs(tx, ctx, rows, { axis, act: result, doneOn, reference })
    const entity = { kind: 'expenses', id: act }
    const after = {
      lines: rows.map((row) => row.lineId),
      doneOn,
      totalCents: sumCents(rows.map((row) => row.amountCents)),
    }
    return { value: undefined, audit: [{ action: 'expense.noted', entity, after }] }
  },
})

/** Makes the file of what is to be paid back: each line is in one file only. */
export const exportExpenses = mutation<
  undefined,
  { exportId: string; lines: number; totalCents: Cents }
>({
  access: 'expense.settle',
  async run(tx, ctx) {
    // One file at a time, so that no line is in two.
    await sql`select pg_advisory_xact_lock(hashtextextended(${`expenses ${ctx.cooperativeId}`}, 0))`.execute(
      tx,
    )
    const rows = await linesToExport(tx, ctx.cooperativeId)
    if (rows.length === 0) throw new ProblemError('nothing-to-export')
    const exportId = randomUUID()
    await insertActs(tx, ctx, rows, {
      axis: 'export',
      act: 'exported',
      doneOn: ctx.today,
      reference: '',
      exportId,
    })
    const totalCents = sumCents(rows.map((row) => row.amountCents))
    const value = { exportId, lines: rows.length, totalCents }
    const entity = { kind: 'expenses', id: exportId }
    return { value, audit: [{ action: 'expense.exported', entity, after: value }] }
  },
})

/** The lines asked for, once nobody else can accept, undo or settle them. */
async function lockedRows(tx: Tx, ctx: Context, lines: Noted['lines']): Promise<ExpenseRow[]> {
  await lockDeclarations(tx, ctx, [...new Set(lines.map((line) => line.declarationId))])
  const pairs = lines.map(
    ({ declarationId, lineId }) => sql`(${declarationId}::uuid, ${lineId}::uuid)`,
  )
  return await expenseRows(tx, ctx.cooperativeId, {
    declarations: sql`d.id in (${sql.join(lines.map((line) => line.declarationId))})`,
    lines: sql`(s.declaration_id, s.line_id) in (${sql.join(pairs)})`,
    limit: lines.length,
  })
}

function settledOf(row: ExpenseRow) {
  return {
    kind: row.kind,
    isApproved: row.approvedAt !== null,
    isPaid: row.paymentAct?.act === 'paid',
    isReceiptSeen: row.receiptAct?.act === 'seen',
  }
}

async function insertActs(
  tx: Tx,
  ctx: Context,
  rows: readonly ExpenseRow[],
  done: { axis: string; act: string; doneOn: LocalDate; reference: string; exportId?: string },
): Promise<void> {
  await tx
    .insertInto('expenseAct')
    .values(
      rows.map(({ declarationId, lineId, amountCents }) => ({
        cooperativeId: ctx.cooperativeId,
        id: randomUUID(),
        declarationId,
        lineId,
        amountCents,
        doneBy: userIdOf(ctx),
        doneAt: ctx.now,
        ...done,
      })),
    )
    .execute()
}
