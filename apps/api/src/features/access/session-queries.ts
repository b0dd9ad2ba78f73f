import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { shutStreams } from '../../platform/live-events.ts'

/** The devices where this user is signed in, in every cooperative; the latest first. */
export async function listSessions(tx: Tx, ctx: Context) {
  const thisOne = ctx.actor.kind === 'person' ? ctx.actor.sessionId : ''
  const rows = await tx
    .selectFrom('session')
    .select(['id', 'device', 'createdAt', 'lastSeenAt'])
    .where('userId', '=', userIdOf(ctx))
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', ctx.now)
    .where('idleExpiresAt', '>', ctx.now)
    .orderBy('lastSeenAt', 'desc')
    .limit(100)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    device: row.device,
    createdAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
    isThisOne: row.id === thisOne,
  }))
}

/** Ends every session of the user but one. Returns how many ended. */
export async function endOtherSessions(tx: Tx, ctx: Context, keptId: string): Promise<number> {
  const ended = await tx
    .updateTable('session')
    .set({ revokedAt: ctx.now })
    .where('userId', '=', userIdOf(ctx))
    .where('id', '!=', keptId)
    .where('revokedAt', 'is', null)
    .returning(['id', 'cooperativeId'])
    .execute()
  for (const session of ended) await shutStreams(tx, session)
  return ended.length
}
