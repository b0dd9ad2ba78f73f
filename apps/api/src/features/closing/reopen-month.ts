import { nextMonth, type YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import { userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'

/**
 * Opens the last closed month again, for a reason. Its closing stays with its figures and its seal; the
 * next closing of the month is another version. Alone on the month and on the one that follows it.
 */
export const reopenMonth = mutation<{ month: YearMonth; reason: string }, { version: number }>({
  access: 'closing.reopen',
  async run(tx, ctx, { month, reason }) {
    const { cooperativeId } = ctx
    for (const locked of [month, nextMonth(month)])
      await sql`select pg_advisory_xact_lock(terreau.month_lock(${cooperativeId}::uuid, ${locked}))`.execute(
        tx,
      )
    const version = await lastVersion(tx, cooperativeId, month)
    await tx
      .insertInto('closingReopening')
      .values({
        cooperativeId,
        month,
        version,
        reason,
        reopenedAt: ctx.now,
        reopenedBy: userIdOf(ctx),
      })
      .execute()
    const entity = { kind: 'month', id: month }
    const after = { version, reason }
    return { value: { version }, audit: [{ action: 'month.reopened', entity, after }] }
  },
})

/** The version that stands, if it is the last closing of all. */
async function lastVersion(tx: Tx, cooperativeId: string, month: YearMonth): Promise<number> {
  const rows = await tx
    .selectFrom('standingClosing')
    .select(['month', 'version'])
    .where('cooperativeId', '=', cooperativeId)
    .where('month', '>=', month)
    .orderBy('month')
    .execute()
  const [row] = rows
  if (row?.month !== month || row.version === null) throw new ProblemError('month-not-closed')
  if (rows.length > 1) throw new ProblemError('month-not-last-closed')
  return row.version
}
