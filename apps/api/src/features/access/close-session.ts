import { userIdOf } from '../../platform/context.ts'
import { shutStreams } from '../../platform/live-events.ts'
import { mutation } from '../../platform/mutation.ts'

/** Signs this device out. */
export const closeSession = mutation<void, void>({
  access: 'signed-in',
  async run(tx, ctx) {
    const userId = userIdOf(ctx)
    const sessionId = ctx.actor.kind === 'person' ? ctx.actor.sessionId : ''
    await tx
      .updateTable('session')
      .set({ revokedAt: ctx.now })
      .where('id', '=', sessionId)
      .execute()
    await shutStreams(tx, { id: sessionId, cooperativeId: ctx.cooperativeId })
    ctx.reply.sessionCookie = 'clear'
    return {
      value: undefined,
      audit: [{ action: 'session.closed', entity: { kind: 'user', id: userId } }],
    }
  },
})
