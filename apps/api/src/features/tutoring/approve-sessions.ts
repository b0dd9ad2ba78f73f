import { localDate } from '@terreau/domain/time/local-date'
import { type SessionState, sessionTransition } from '@terreau/domain/tutoring/session'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { crossingSessions } from './crossing-hours.ts'
import { deciderId, isOwnHours } from './own-hours.ts'

interface Wanted {
  id: string
  version: number
}

interface Candidate {
  id: string
  version: number
  state: SessionState
  tutorPersonId: string
  heldOn: string
  minutes: number
  firmAt: Date | null
}

/**
 * Staff approve confirmed sessions, all of the list or none: each is frozen as it is, and counts from then
 * on. What stands in the way is said session by session.
 */
export const approveSessions = mutation({
  access: 'tutoring.approve',
  async run(tx, ctx, { sessions }: { sessions: readonly Wanted[] }) {
    const wanted = new Map(sessions.map((one) => [one.id, one.version]))
    const ids = [...wanted.keys()].sort()
    const candidates = await lockCandidates(tx, ctx, ids)
    if (candidates.length !== ids.length) throw new ProblemError('not-found')
    await refuseWhatMayNotCount(tx, ctx, { candidates, sessions })
    await freeze(tx, ctx, ids)
    const minutes = candidates.reduce((total, session) => total + session.minutes, 0)
    const audit = candidates.map((session) => ({
      action: 'tutoring.approved' as const,
      entity: { kind: 'tutoring-session', id: session.id },
      after: { version: session.version, minutes: session.minutes, heldOn: session.heldOn },
    }))
    const [first, ...others] = audit
    return {
      value: { approved: candidates.length, minutes },
      audit: [found(first), ...others],
    }
  },
})

async function lockCandidates(tx: Tx, ctx: Context, ids: readonly string[]): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select s.id, s.version, s.state, s.tutor_person_id, s.held_on, s.minutes, s.firm_at
      from terreau.tutoring_session s
     where s.cooperative_id = ${ctx.cooperativeId} and s.id = any(${ids}::uuid[]) and s.cancelled_at is null
     order by s.id for update`.execute(tx)
  return rows
}

async function refuseWhatMayNotCount(
  tx: Tx,
  ctx: Context,
  of: { candidates: readonly Candidate[]; sessions: readonly Wanted[] },
): Promise<void> {
  const byId = new Map(of.candidates.map((session) => [session.id, session]))
  const crossing = await crossingSessions(tx, ctx, {
    ids: [...byId.keys()],
    days: of.candidates.map((session) => localDate(session.heldOn)),
  })
  const errors = of.sessions.flatMap(({ id, version }, index) => {
    const session = found(byId.get(id))
    const code = obstacle(ctx, { session, version, crossing })
    return code === null ? [] : [{ pointer: `/body/sessions/${index}`, code }]
  })
  if (errors.length > 0)
    throw new ProblemError('tutoring-not-approvable', { count: errors.length }, errors)
}

function obstacle(
  ctx: Context,
  of: { session: Candidate; version: number; crossing: ReadonlySet<string> },
): string | null {
  const { session, crossing } = of
  if (session.version !== of.version) return 'version-changed'
  if (!sessionTransition(session.state, 'approve').ok) return 'tutoring-not-confirmed'
  if (session.firmAt === null || session.firmAt > ctx.now) return 'tutoring-not-firm'
  if (isOwnHours(ctx, session.tutorPersonId)) return 'tutoring-own-hours'
  return crossing.has(session.id) ? 'tutoring-hours-cross' : null
}

/** Writes what was approved, then the state: one statement each, however many sessions. */
async function freeze(tx: Tx, ctx: Context, ids: readonly string[]): Promise<void> {
  const by = deciderId(ctx)
  await sql`insert into terreau.tutoring_approval (cooperative_id, session_id, session_version, tutor_person_id, held_on,
      start_minute, minutes, travel_minutes, mode, kind, host_id, tutee_count, confirmed_tutees, approved_at, approved_by)
    select s.cooperative_id, s.id, s.version, s.tutor_person_id, s.held_on, s.start_minute, s.minutes, s.travel_minutes,
           s.mode, s.kind, s.host_id, s.tutee_count,
           array(select p.tutee_person_id from terreau.tutoring_part p where p.cooperative_id = s.cooperative_id
             and p.session_id = s.id and p.answer = 'yes' order by 1), ${ctx.now}, ${by}
      from terreau.tutoring_session s
     where s.cooperative_id = ${ctx.cooperativeId} and s.id = any(${ids}::uuid[])`.execute(tx)
  await tx
    .updateTable('tutoringSession')
    .set({ state: 'approved', stateAt: ctx.now })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', 'in', ids)
    .execute()
}
