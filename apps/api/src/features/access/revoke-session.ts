import { userIdOf } from '../../platform/context.ts'
import { shutStreams } from '../../platform/live-events.ts'
import { mutation } from '../../platform/mutation.ts'
import { found } from '../../platform/problem-error.ts'

/** Signs one of the user's own devices out; its next request finds no session. */
export const revokeSession = mutation<{ sessionId: string }, void>({
  access: 'session.revoke',
  async run(tx, ctx, { sessionId }) {
    const ended = found(
      await tx
        .updateTable('session')
        .set({ revokedAt: ctx.now })
        .where('id', '=', sessionId)
        .where('userId', '=', userIdOf(ctx))
        .where('revokedAt', 'is', null)
        .returning(['id', 'cooperativeId'])
        .executeTakeFirst(),
    )
    await shutStreams(tx, ended)
    if (ctx.actor.kind === 'person' && ctx.actor.sessionId === ended.id)
      ctx.reply.sessionCookie = 'clear'
    return {
      value: undefined,
      audit: [{ action: 'session.revoked', entity: { kind: 'session', id: ended.id } }],
    }
  },
})
