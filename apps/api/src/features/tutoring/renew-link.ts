import { mutation } from '../../platform/mutation.ts'
import { sendConfirmationLinks } from './confirmation-link.ts'
import { openConfirmation } from './open-confirmation.ts'

/** "Your link is too old": sends another to the person it was made for, and shows it to nobody. */
export const renewLink = mutation({
  access: 'code-holder',
  async run(tx, ctx, { token }: { token: string }) {
    const asked = await openConfirmation(tx, token, ctx.now, { mayBeExpired: true })
    const { jobs } = await sendConfirmationLinks(tx, ctx, {
      cooperativeId: asked.cooperativeId,
      sessionId: asked.sessionId,
      tuteeId: asked.tuteeId,
    })
    return {
      value: undefined,
      journal: { actor: { kind: 'visitor' }, cooperativeId: asked.cooperativeId },
      audit: [
        { action: 'tutoring.link-sent', entity: { kind: 'tutoring-session', id: asked.sessionId } },
      ],
      jobs,
    }
  },
})
