import { mutation } from '../../platform/mutation.ts'
import { ownPersonIds } from '../../platform/own-person.ts'
import { sendConfirmationLinks } from './confirmation-link.ts'
import { type SessionInput, sessionFacts } from './session-facts.ts'
import { insertSession, lockSession } from './write-session.ts'

/**
 * A tutor writes down a session with one person or several. Unusual ones are asked about once. The client
 * names the session, so sending it twice logs it once.
 */
export const logSession = mutation({
  access: 'tutoring.log',
  async run(
    tx,
    ctx,
    { id, tuteeIds, ...input }: SessionInput & { id: string; tuteeIds: readonly string[] },
  ) {
    const tutorIds = ownPersonIds(ctx)
    const facts = await sessionFacts(tx, ctx, { id, tutorIds, tuteeIds, input })
    const written = await insertSession(tx, ctx, { id, facts })
    // The name may be taken by a session of somebody else, whose links are theirs alone.
    if (!written) await lockSession(tx, ctx, { sessionId: id, tutorIds })
    const { links, jobs } = await sendConfirmationLinks(
      tx,
      ctx,
      { cooperativeId: ctx.cooperativeId, sessionId: id },
      { mayMail: written },
    )
    const value = { id, links }
    if (!written) return { value, audit: 'unchanged' }
    const { note: _, place: __, ...after } = facts
    return {
      value,
      audit: [{ action: 'tutoring.logged', entity: { kind: 'tutoring-session', id }, after }],
      jobs,
    }
  },
})
