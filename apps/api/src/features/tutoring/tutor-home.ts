import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ownPersonId } from '../../platform/own-person.ts'
import { minuteTotals, sessionsOfTutor, tuteesOf } from './queries.ts'

/** What a tutor sees first. The last session is the usual one: logging the next takes three taps. */
export async function tutorHome(tx: Tx, ctx: Context) {
  const tutorId = ownPersonId(ctx)
  const sessions = await sessionsOfTutor(tx, ctx.cooperativeId, tutorId)
  const tutees = await tuteesOf(tx, ctx.cooperativeId, tutorId)
  const last = sessions.find((session) => tutees.some((tutee) => tutee.id === session.tuteeId))
  return {
    totals: await minuteTotals(tx, ctx.cooperativeId, tutorId),
    tutees,
    usual: last ? { tuteeId: last.tuteeId, minutes: last.minutes, mode: last.mode } : null,
    sessions,
  }
}
