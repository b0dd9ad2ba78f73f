import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { takeBackAccess } from '../access/index.ts'

/**
 * Sets a file aside with its activities, and closes the access to it. Nothing is erased: the reference
 * is free again. The caller writes the journal.
 */
export async function archivePerson(
  tx: Tx,
  ctx: Pick<Context, 'cooperativeId' | 'now'>,
  personId: string,
): Promise<void> {
  const { cooperativeId, now } = ctx
  await takeBackAccess(tx, ctx, { personId, exceptUserId: null })
  await tx
    .updateTable('person')
    .set((eb) => ({ archivedAt: now, version: eb('version', '+', 1) }))
    .where('cooperativeId', '=', cooperativeId)
    .where('id', '=', personId)
    .execute()
  await tx
    .updateTable('activity')
    .set((eb) => ({ archivedAt: now, version: eb('version', '+', 1) }))
    .where('cooperativeId', '=', cooperativeId)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('activityMember')
        .select('activityId')
        .where('cooperativeId', '=', cooperativeId)
        .where('personId', '=', personId),
    )
    .execute()
}
