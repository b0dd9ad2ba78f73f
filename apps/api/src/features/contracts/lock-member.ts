import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'

/**
 * The file of a person that carries an activity on: their own, or one that was joined to it. A contract is
 * written there, where the account and the declarations of the activity are, so that parting the files again
 * leaves each with what is its own. The row of the person asked for stays locked: two drafts come one after
 * the other. 404 for an activity of somebody else, and for a file that has left.
 */
export async function lockMember(
  tx: Tx,
  ctx: Context,
  { personId, activityId }: { personId: string; activityId: string },
): Promise<string> {
  const { cooperativeId } = ctx
  const person = await tx
    .selectFrom('person')
    .select('id')
    .where('cooperativeId', '=', cooperativeId)
    .where('id', '=', personId)
    .where('archivedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  const { id } = found(person)
  const member = await tx
    .selectFrom('activityMember')
    .select('personId')
    .where('cooperativeId', '=', cooperativeId)
    .where('activityId', '=', activityId)
    .where('personId', 'in', fileIds(cooperativeId, id))
    // Both files may share one activity: then the one that was asked for.
    .orderBy((eb) => eb('personId', '<>', id))
    .limit(1)
    .executeTakeFirst()
  return found(member).personId
}
