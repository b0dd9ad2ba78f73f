import { mutation } from '../../platform/mutation.ts'
import { fileIds, ownPersonId } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'
import { sendConfirmationLink } from './confirmation-link.ts'

/** A new link for the tutor to share, mailed too when the person helped has an address. */
export const resendLink = mutation({
  access: 'tutoring.log',
  async run(tx, ctx, { sessionId }: { sessionId: string }) {
    const own = await tx
      .selectFrom('tutoringSession')
      .select('id')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', sessionId)
      .where('tutorPersonId', 'in', fileIds(ctx.cooperativeId, ownPersonId(ctx)))
      .executeTakeFirst()
    found(own)
    const link = await sendConfirmationLink(tx, ctx, ctx.cooperativeId, sessionId)
    return {
      value: { confirmationUrl: link.confirmationUrl, wasMailed: link.wasMailed },
      audit: [
        { action: 'tutoring.link-sent', entity: { kind: 'tutoring-session', id: sessionId } },
      ],
      jobs: link.jobs,
    }
  },
})
