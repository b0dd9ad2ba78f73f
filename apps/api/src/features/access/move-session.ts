import { userIdOf } from '../../platform/context.ts'
import { shutStreams } from '../../platform/live-events.ts'
import { mutation } from '../../platform/mutation.ts'
import { found } from '../../platform/problem-error.ts'
import { userById } from './queries.ts'
import { entranceOf, type SignedIn, startSession } from './start-session.ts'

/**
 * Goes on in another cooperative of the same user: a new session with a new token there, and the old one
 * ends. It never outlives the one it replaces.
 */
export const moveSession = mutation<{ cooperativeId: string }, SignedIn>({
  access: 'signed-in',
  async run(tx, ctx, { cooperativeId }) {
    const userId = userIdOf(ctx)
    const user = found(await userById(tx, userId))
    const sessionId = ctx.actor.kind === 'person' ? ctx.actor.sessionId : ''
    const entrance = found(await entranceOf(tx, userId, cooperativeId))
    const old = await tx
      .updateTable('session')
      .set({ revokedAt: ctx.now })
      .where('id', '=', sessionId)
      .returning(['assurance', 'expiresAt'])
      .executeTakeFirstOrThrow()
    await shutStreams(tx, { id: sessionId, cooperativeId: ctx.cooperativeId })
    const opened = await startSession(tx, ctx, {
      user,
      entrance,
      assurance: old.assurance,
      notAfter: old.expiresAt,
    })
    return { ...opened, audit: [{ action: 'session.moved', entity: { kind: 'user', id: userId } }] }
  },
})
