import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds, ownPersonId } from '../../platform/own-person.ts'

/** Whether a CESA of the person who is signed in covers today. */
export async function isEmployee(tx: Tx, ctx: Context): Promise<boolean> {
  const row = await tx
    .selectFrom('contract')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', fileIds(ctx.cooperativeId, ownPersonId(ctx)))
    .where('kind', '=', 'CESA')
    .where('state', '=', 'active')
    .where('startsOn', '<=', ctx.today)
    .where(sql<boolean>`coalesce(ends_on, 'infinity') >= ${ctx.today}`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
