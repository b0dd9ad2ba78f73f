import { sessionTransition } from '@terreau/domain/tutoring/session'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError, refuse } from '../../platform/problem-error.ts'
import { sendConfirmationLinks } from './confirmation-link.ts'
import { deciderId, refuseOwnHours } from './own-hours.ts'
import { askAgain, lockSession } from './write-session.ts'

interface Settlement {
  sessionId: string
  outcome: 'ask_again' | 'set_aside'
  note: string
}

/**
 * Ends a disagreement after both were heard. Staff never say yes in the place of the person helped: either
 * everybody is asked again, or the hours are set aside and never count.
 */
export const settleDispute = mutation({
  access: 'tutoring.approve',
  async run(tx, ctx, { sessionId, outcome, note }: Settlement) {
    const session = await lockSession(tx, ctx, { sessionId })
    refuseOwnHours(ctx, session.tutorPersonId)
    if (session.cancelledAt !== null) throw new ProblemError('not-found')
    if (session.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    const next = sessionTransition(
      session.state,
      outcome === 'ask_again' ? 'ask-again' : 'set-aside',
    )
    if (!next.ok) refuse(next.refusal)
    await tx
      .insertInto('tutoringMediation')
      .values({
        cooperativeId: ctx.cooperativeId,
        sessionId,
        sessionVersion: session.version,
        outcome,
        note,
        settledAt: ctx.now,
        settledBy: deciderId(ctx),
      })
      .execute()
    if (outcome === 'ask_again') await askAgain(tx, ctx, sessionId)
    else
      await tx
        .updateTable('tutoringSession')
        .set({ state: next.value, stateAt: ctx.now })
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', sessionId)
        .execute()
    const of = { cooperativeId: ctx.cooperativeId, sessionId }
    const jobs = outcome === 'ask_again' ? (await sendConfirmationLinks(tx, ctx, of)).jobs : []
    return {
      value: undefined,
      audit: [
        {
          action: 'tutoring.settled',
          entity: { kind: 'tutoring-session', id: sessionId },
          after: { outcome, version: session.version },
        },
      ],
      jobs,
    }
  },
})
