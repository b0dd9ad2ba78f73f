import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

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
  return query.returning(['userId', 'role']).execute()
}
