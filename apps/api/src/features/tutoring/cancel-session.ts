import { mutation } from '../../platform/mutation.ts'
import { fileIds, ownPersonId } from '../../platform/own-person.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'

/** Takes back a session that nobody has answered. What was confirmed stays: it is somebody else's word. */
export const cancelSession = mutation({
  access: 'tutoring.log',
  async run(tx, ctx, { sessionId }: { sessionId: string }) {
    const session = await tx
      .selectFrom('tutoringSession')
      .select(['id', 'cancelledAt'])
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', sessionId)
      .where('tutorPersonId', 'in', fileIds(ctx.cooperativeId, ownPersonId(ctx)))
      .forUpdate()
      .executeTakeFirst()
    if (found(session).cancelledAt !== null) return { value: undefined, audit: 'unchanged' }
    const answer = await tx
      .selectFrom('tutoringAnswer')
      .select('answer')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('sessionId', '=', sessionId)
      .orderBy('n', 'desc')
      .executeTakeFirst()
    if (answer?.answer === 'yes') throw new ProblemError('tutoring-act-not-allowed')
    await tx
      .updateTable('tutoringSession')
      .set((eb) => ({ cancelledAt: ctx.now, version: eb('version', '+', 1) }))
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
