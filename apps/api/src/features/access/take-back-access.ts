import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { shutStreamsOf } from '../../platform/live-events.ts'

/**
 * Takes back the access to a person's own file from every account but one: the address of the file has
 * changed, and the old one may belong to somebody else. Roles are read again at each request.
 */
export async function takeBackAccess(
  tx: Tx,
  ctx: Pick<Context, 'cooperativeId'>,
  from: { personId: string; exceptUserId: string | null },
): Promise<{ userId: string; role: string }[]> {
  let query = tx
    .deleteFrom('membership')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', '=', from.personId)
  if (from.exceptUserId !== null) query = query.where('userId', '<>', from.exceptUserId)
  const taken = await query.returning(['userId', 'role']).execute()
  for (const userId of new Set(taken.map((one) => one.userId)))
    await shutStreamsOf(tx, ctx.cooperativeId, userId)
  return taken
}
