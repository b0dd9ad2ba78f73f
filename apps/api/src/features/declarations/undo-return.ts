import { transition } from '@terreau/domain/declarations/declaration'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { cancelMails } from '../../platform/mail/queue-mail.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError, refuse } from '../../platform/problem-error.ts'
import { isMonthClosed } from '../ledger/index.ts'
import { lockDeclarations } from './lock-declarations.ts'
import { reopenQuestions, settleState } from './questions/open-questions.ts'

/**
 * Takes a returned declaration back into the queue, exactly as it was, as long as its author has changed
 * nothing. A message that has not left never leaves.
 */
export const undoReturn = mutation<{ declarationId: string }, undefined>({
  access: 'declaration.review',
  async run(tx, ctx, { declarationId }) {
    const [declaration] = await lockDeclarations(tx, ctx, [declarationId])
    if (declaration === undefined) throw new ProblemError('not-found')
    const next = transition(declaration.state, 'undo_return')
    if (!next.ok) refuse(next.refusal)
    if (await isMonthClosed(tx, ctx.cooperativeId, declaration.month)) {
      throw new ProblemError('declaration-month-closed', { month: declaration.month })
    }
    const kept = await keptReturn(tx, ctx, declarationId)
    if (kept === null) throw new ProblemError('declaration-return-answered')
    await putBack(tx, ctx, declarationId)
    await reopenQuestions(tx, ctx, declarationId, kept.returnedAt)
    await tx
      .updateTable('declaration')
      .set(NOT_RETURNED)
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', declarationId)
      .execute()
    const state = await settleState(tx, ctx, declaration)
    if (kept.mailId !== null) await cancelMails(tx, ctx, [kept.mailId])
    return {
      value: undefined,
      audit: [
        {
          action: 'declaration.return-undone',
          entity: { kind: 'declaration', id: declarationId },
          before: { state: 'draft' },
          after: { state },
        },
      ],
    }
  },
})

/** What a declaration that is not returned holds about a return: nothing. */
export const NOT_RETURNED = {
  returnReason: null,
  returnedBy: null,
  returnedAt: null,
  returnMailId: null,
  returnedLines: null,
} as const

/** The person changed something: what was sent is not put back over it. */
export async function forgetSentLines(tx: Tx, ctx: Context, declarationId: string): Promise<void> {
  await tx
    .updateTable('declaration')
    .set({ returnedLines: null })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', declarationId)
    .where('returnedLines', 'is not', null)
    .execute()
}

/** Null once the person has changed something, or when it was never returned. */
async function keptReturn(tx: Tx, ctx: Context, declarationId: string) {
  const row = await tx
    .selectFrom('declaration')
    .select(['returnedAt', 'returnMailId'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', declarationId)
    .where('returnedLines', 'is not', null)
    .executeTakeFirst()
  if (!row?.returnedAt) return null
  return { returnedAt: row.returnedAt, mailId: row.returnMailId }
}

/**
 * The rows as they were, amounts and rates included: nothing is converted a second time. They were kept with
 * the columns of their day. A column that was added since takes its default, as it did for the rows of other
 * declarations, and one that is gone is left out: so only the columns that both know are written. Rows of one
 * table were kept by one statement, so its first row names them all.
 */
async function putBack(tx: Tx, ctx: Context, declarationId: string): Promise<void> {
  for (const table of ['sale_line', 'expense_line', 'trip_line'] as const) {
    const kept = sql`(select d.returned_lines -> ${table} as lines from terreau.declaration d
      where d.cooperative_id = ${ctx.cooperativeId} and d.id = ${declarationId}) k`
    const { rows } = await sql<{ name: string }>`
      select a.attname as name
        from pg_attribute a, ${kept}
       where a.attrelid = ${`terreau.${table}`}::regclass and a.attnum > 0 and not a.attisdropped
         and a.attgenerated = '' and (k.lines -> 0) ? a.attname
       order by a.attnum`.execute(tx)
    if (rows.length === 0) continue
    const columns = sql.join(rows.map(({ name }) => sql.ref(name)))
    const values = sql.join(rows.map(({ name }) => sql.ref(`l.${name}`)))
    await sql`insert into ${sql.table(`terreau.${table}`)} (${columns})
      select ${values} from ${kept},
             jsonb_populate_recordset(null::${sql.table(`terreau.${table}`)}, k.lines) l`.execute(
      tx,
    )
  }
}
