import { randomUUID } from 'node:crypto'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'

export interface Look {
  id: string
  what: string
  reason: string
  by: string
  at: string
}

/** How many openings a page shows; older ones are in the export of the person. */
const MOST_SHOWN = 100

/** Writes that something guarded was opened. `what` names a kind of paper or of number. */
export async function recordLook(
  tx: Tx,
  ctx: Context,
  look: { personId: string; what: string; reason: string },
): Promise<void> {
  const id = randomUUID()
  const userId = userIdOf(ctx)
  await tx
    .insertInto('look')
    .values({ cooperativeId: ctx.cooperativeId, id, userId, lookedAt: ctx.now, ...look })
    .execute()
}

/** Who opened what of a person, newest first. */
export async function looksAt(tx: Tx, cooperativeId: string, personId: string): Promise<Look[]> {
  const rows = await tx
    .selectFrom('look as l')
    .innerJoin('appUser as u', 'u.id', 'l.userId')
    .select(['l.id', 'l.what', 'l.reason', 'u.displayName as by', 'l.lookedAt'])
    .where('l.cooperativeId', '=', cooperativeId)
    .where('l.personId', 'in', fileIds(cooperativeId, personId))
    .orderBy('l.lookedAt', 'desc')
    .orderBy('l.id')
    .limit(MOST_SHOWN)
    .execute()
  return rows.map(({ lookedAt, ...look }) => ({ ...look, at: lookedAt.toISOString() }))
}
