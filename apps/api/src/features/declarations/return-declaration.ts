import { transition } from '@terreau/domain/declarations/declaration'
import { sql } from 'kysely'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError, refuse } from '../../platform/problem-error.ts'
import { isMonthClosed } from '../ledger/index.ts'
import { lockDeclarations } from './lock-declarations.ts'
import { mailPerson } from './mail-person.ts'
import { withdrawOpenQuestions } from './questions/open-questions.ts'
import { recordLines } from './record-declaration.ts'

const NO_LINES = { sales: [], expenses: [], trips: [] } as const

/**
 * Staff give a declaration back: it is a draft again with all that was typed, and the person reads why.
 * What nobody typed in a form (an imported month, a zero that was decided) has no draft to give back.
 */
export const returnDeclaration = mutation<
  { declarationId: string; reason: string },
  { mailLeavesAt: string | null }
>({
  access: 'declaration.review',
  async run(tx, ctx, { declarationId, reason }) {
    const [declaration] = await lockDeclarations(tx, ctx, [declarationId])
    if (declaration === undefined) throw new ProblemError('not-found')
    if (ctx.ifMatch !== declaration.version) throw new ProblemError('version-changed')
    const next = transition(declaration.state, 'return')
    if (!next.ok) refuse(next.refusal)
    if (await isMonthClosed(tx, ctx.cooperativeId, declaration.month)) {
      throw new ProblemError('declaration-month-closed', { month: declaration.month })
    }
    if (!(await hasTypedDraft(tx, ctx, declarationId))) {
      throw new ProblemError('declaration-not-typed', { number: declaration.number ?? '' })
    }
    const lines = await keptLines(tx, ctx, declarationId)
    await withdrawOpenQuestions(tx, ctx, declarationId)
    await recordLines(tx, ctx, declaration, NO_LINES)
    const mail = await mailPerson(tx, ctx, {
      template: 'declaration-returned',
      declaration,
      words: reason,
    })
    await tx
      .updateTable('declaration')
      .set((eb) => ({
        state: 'draft',
        returnReason: reason,
        returnedBy: userIdOf(ctx),
        returnedAt: ctx.now,
        returnMailId: mail?.job.mailId ?? null,
        returnedLines: lines,
        version: eb('version', '+', 1),
        updatedAt: ctx.now,
      }))
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', declarationId)
      .execute()
    return {
      value: { mailLeavesAt: mail?.leavesAt.toISOString() ?? null },
      audit: [
        {
          action: 'declaration.returned',
          entity: { kind: 'declaration', id: declarationId },
          before: { state: declaration.state },
          after: { state: 'draft', reason },
        },
      ],
      jobs: mail === null ? [] : [mail.job],
    }
  },
})

async function hasTypedDraft(tx: Tx, ctx: Context, declarationId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('declaration')
    .select(sql<boolean>`draft ? 'clientId'`.as('isTyped'))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', declarationId)
    .executeTakeFirstOrThrow()
  return row.isTyped
}

/** The rows of the three kinds of lines as JSON, corrections of staff included; read back by `putBack`. */
async function keptLines(tx: Tx, ctx: Context, declarationId: string): Promise<string> {
  const of = sql`l.cooperative_id = ${ctx.cooperativeId} and l.declaration_id = ${declarationId}`
  const { rows } = await sql<{ lines: string }>`
    select jsonb_build_object(
      'sale_line', (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from terreau.sale_line l where ${of}),
      'expense_line', (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from terreau.expense_line l where ${of}),
      'trip_line', (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from terreau.trip_line l where ${of})
    )::text as lines`.execute(tx)
  const [row] = rows
  if (row === undefined) throw new Error('a statement without from answers one row')
  return row.lines
}
