import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ownPersonIds } from '../../platform/own-person.ts'

/** Whether a CESA of the person who is signed in covers today; whoever has no file has none. */
export async function isEmployee(tx: Tx, ctx: Context): Promise<boolean> {
  const files = ownPersonIds(ctx)
  if (files.length === 0) return false
  const row = await tx
    .selectFrom('contract')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', files)
    .where('kind', '=', 'CESA')
    .where('state', '=', 'active')
    .where('startsOn', '<=', ctx.today)
    .where(sql<boolean>`coalesce(ends_on, 'infinity') >= ${ctx.today}`)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
