import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ownPersonId, ownPersonIds } from '../../platform/own-person.ts'
import { figuresByKind } from './figures-query.ts'
import { sessionsOfTutor } from './queries.ts'
import { tuteesOf } from './relation-queries.ts'
import { ownRipple } from './ripple/ripple-query.ts'

/** What a tutor sees first. The last session is the usual one: logging the next takes three taps. */
export async function tutorHome(tx: Tx, ctx: Context, { before }: { before?: string | undefined }) {
  ownPersonId(ctx)
  const tutorIds = ownPersonIds(ctx)
  const { sessions, next } = await sessionsOfTutor(tx, ctx, { tutorIds, before })
  const tutees = await tuteesOf(tx, ctx, tutorIds)
  const ids = new Set(tutees.map((tutee) => tutee.id))
  const last = sessions.find(
    ({ tutees: people }) => people.length === 1 && ids.has(people[0]?.id ?? ''),
  )
  const [person] = last?.tutees ?? []
  return {
    figures: await figuresByKind(tx, ctx, tutorIds),
    tutees,
    usual:
      last && person
        ? { tuteeId: person.id, minutes: last.minutes, mode: last.mode, place: last.place }
        : null,
    ripple: await ownRipple(tx, ctx),
    sessions,
    next,
  }
}
