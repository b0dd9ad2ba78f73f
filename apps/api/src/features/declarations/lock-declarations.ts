import type { DeclarationState } from '@terreau/domain/declarations/declaration'
import { yearMonth } from '@terreau/domain/time/year-month'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { DeclarationKey } from './declared-lines.ts'

export interface LockedDeclaration extends DeclarationKey {
  /** 'closed' is not stored: the closing of the month says it. */
  state: Exclude<DeclarationState, 'closed'>
  number: string | null
  version: number
}

/**
 * Locks declarations and their activities until COMMIT, always in the same order, and answers them oldest month first: a
 * month is accepted before those that count on it. Of two activities of one person, the first number bears
 * what is charged once a month.
 */
export async function lockDeclarations(
  tx: Tx,
  ctx: Context,
  declarationIds: readonly string[],
): Promise<LockedDeclaration[]> {
  if (declarationIds.length === 0) return []
  const rows = await tx
    .selectFrom('declaration')
    .select(['id', 'activityId', 'personId', 'contractId', 'month', 'concernsMonth'])
    .select(['state', 'number', 'version', 'sequence'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', 'in', [...declarationIds])
    .orderBy('id')
    .forUpdate()
    .execute()
  await lockActivities(tx, ctx, rows)
  const order = (row: { concernsMonth: string; sequence: number; number: string | null }): string =>
    `${row.concernsMonth} ${String(row.sequence).padStart(6, '0')} ${row.number ?? ''}`
  return rows
    .toSorted((left, right) => order(left).localeCompare(order(right)))
    .map(({ sequence: _, ...row }) => ({
      ...row,
      month: yearMonth(row.month),
      concernsMonth: yearMonth(row.concernsMonth),
      state: row.state as LockedDeclaration['state'],
    }))
}

/**
 * Two months of one activity count on each other over the year, however different their declarations are:
 * whoever accepts the second sees what the first took.
 */
async function lockActivities(
  tx: Tx,
  ctx: Context,
  rows: readonly { activityId: string }[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .selectFrom('activity')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', 'in', [...new Set(rows.map((row) => row.activityId))])
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
}

export async function setState(
  tx: Tx,
  ctx: Context,
  declarationId: string,
  state: LockedDeclaration['state'],
): Promise<void> {
  await tx
    .updateTable('declaration')
    .set((eb) => ({ state, version: eb('version', '+', 1), updatedAt: ctx.now }))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', declarationId)
    .execute()
}
