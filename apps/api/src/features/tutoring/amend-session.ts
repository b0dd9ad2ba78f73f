import { type SessionAct, sessionTransition } from '@terreau/domain/tutoring/session'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation, type Outcome } from '../../platform/mutation.ts'
import { ownPersonIds } from '../../platform/own-person.ts'
import { ProblemError, refuse } from '../../platform/problem-error.ts'
import { type ConfirmationLink, sendConfirmationLinks } from './confirmation-link.ts'
import { refuseOwnHours } from './own-hours.ts'
import { type SessionInput, sessionFacts } from './session-facts.ts'
import { lockSession, rewriteSession, tuteeIdsOf } from './write-session.ts'

type Amendment = SessionInput & { sessionId: string }

/** A tutor corrects a session that is not confirmed; the people helped are asked about the new words. */
export const amendSession = mutation({
  access: 'tutoring.log',
  run: (tx, ctx, input: Amendment) =>
    amend(tx, ctx, { ...input, act: 'amend', tutorIds: ownPersonIds(ctx) }),
})

/** Staff correct a session, approved ones too: what was approved stays, the new version starts again. */
export const correctSession = mutation({
  access: 'tutoring.approve',
  run: (tx, ctx, input: Amendment) => amend(tx, ctx, { ...input, act: 'correct' }),
})

async function amend(
  tx: Tx,
  ctx: Context,
  {
    sessionId,
    act,
    tutorIds,
    ...input
  }: Amendment & {
    act: SessionAct
    tutorIds?: readonly string[]
  },
): Promise<Outcome<{ id: string; links: ConfirmationLink[] }>> {
  const of = tutorIds === undefined ? { sessionId } : { sessionId, tutorIds }
  const session = await lockSession(tx, ctx, of)
  if (act === 'correct') refuseOwnHours(ctx, session.tutorPersonId)
  if (session.cancelledAt !== null) throw new ProblemError('not-found')
  if (session.version !== ctx.ifMatch) throw new ProblemError('version-changed')
  const next = sessionTransition(session.state, act)
  if (!next.ok) refuse(next.refusal)
  const facts = await sessionFacts(tx, ctx, {
    id: sessionId,
    tutorIds: [session.tutorPersonId],
    tuteeIds: await tuteeIdsOf(tx, ctx, sessionId),
    input,
  })
  await rewriteSession(tx, ctx, { id: sessionId, facts })
  const { links, jobs } = await sendConfirmationLinks(tx, ctx, {
    cooperativeId: ctx.cooperativeId,
    sessionId,
  })
  const { note: _, place: __, ...after } = facts
  const entity = { kind: 'tutoring-session', id: sessionId }
  return {
    value: { id: sessionId, links },
    audit: [
      {
        action: 'tutoring.amended',
        entity,
        before: { version: session.version, state: session.state },
        after: { ...after, version: session.version + 1 },
      },
    ],
    jobs,
  }
}
