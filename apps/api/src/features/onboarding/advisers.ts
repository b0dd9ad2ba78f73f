import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** Who may lead an interview and follow somebody: advisers and the direction. */
export async function advisers(tx: Tx, ctx: Context): Promise<{ userId: string; name: string }[]> {
  return tx
    .selectFrom('membership as m')
    .innerJoin('appUser as u', 'u.id', 'm.userId')
    .select(['u.id as userId', 'u.displayName as name'])
    .distinct()
    .where('m.cooperativeId', '=', ctx.cooperativeId)
    .where('m.role', 'in', ['adviser', 'direction'])
    .orderBy('u.displayName')
    .execute()
}

/** Whether somebody is one of them. */
export async function isAdviser(tx: Tx, ctx: Context, userId: string): Promise<boolean> {
  return (await advisers(tx, ctx)).some((adviser) => adviser.userId === userId)
}
