import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** Whether a CESA of the person who is signed in covers today. */
export async function isEmployee(tx: Tx, ctx: Context): Promise<boolean> {
  if (ctx.actor.kind !== 'person' || ctx.actor.personId === null) return false
  const row = await tx
    .selectFrom('contract')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', '=', ctx.actor.personId)
    .where('kind', '=', 'CESA')
    .where('state', '=', 'active')
    .where('startsOn', '<=', ctx.today)
    .where(sql<boolean>`coalesce(ends_on, 'infinity') >= ${ctx.today}`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
