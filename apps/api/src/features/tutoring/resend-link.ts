import { mutation } from '../../platform/mutation.ts'
import { ownPersonIds } from '../../platform/own-person.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { sendConfirmationLinks } from './confirmation-link.ts'
import { lockSession } from './write-session.ts'

/** New links for the tutor to share, mailed too, for the people who have not said yes. */
export const resendLink = mutation({
  access: 'tutoring.log',
  async run(tx, ctx, { sessionId }: { sessionId: string }) {
    const session = await lockSession(tx, ctx, { sessionId, tutorIds: ownPersonIds(ctx) })
    const isOver = session.state === 'approved' || session.state === 'set_aside'
    if (isOver || session.cancelledAt !== null) throw new ProblemError('tutoring-act-not-allowed')
    const of = { cooperativeId: ctx.cooperativeId, sessionId }
    const { links, jobs } = await sendConfirmationLinks(tx, ctx, of)
    return {
      value: links,
      audit: [
        { action: 'tutoring.link-sent', entity: { kind: 'tutoring-session', id: sessionId } },
      ],
      jobs,
    }
  },
})
