import { mutation } from '../../platform/mutation.ts'
import { ownPersonIds } from '../../platform/own-person.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { lockSession } from './write-session.ts'

/** Takes back a session that nobody has confirmed. What was confirmed stays: it is somebody else's word. */
export const cancelSession = mutation({
  access: 'tutoring.log',
  async run(tx, ctx, { sessionId }: { sessionId: string }) {
    const session = await lockSession(tx, ctx, { sessionId, tutorIds: ownPersonIds(ctx) })
    if (session.cancelledAt !== null) return { value: undefined, audit: 'unchanged' }
    if (session.state !== 'noted' && session.state !== 'disputed')
      throw new ProblemError('tutoring-act-not-allowed')
    await tx
      .updateTable('tutoringSession')
      .set({ cancelledAt: ctx.now })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', sessionId)
      .execute()
    return {
      value: undefined,
      audit: [
        { action: 'tutoring.cancelled', entity: { kind: 'tutoring-session', id: sessionId } },
      ],
    }
  },
})
