import { addDays, type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { parseTimeOfDay } from '@terreau/domain/time/time-of-day'
import type { TutoringKind } from '@terreau/domain/tutoring/hosts'
import {
  isDayTooLong,
  type SessionGuard,
  sessionGuards,
  sessionTime,
  type TutoringSession,
} from '@terreau/domain/tutoring/session'
import type { TutoringSubject } from '@terreau/domain/tutoring/subjects'
import { SKILL_LEVELS, type SkillLevel } from '@terreau/domain/tutoring/valuation'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import type { Mode } from './queries.ts'

/** What a tutor writes about a session, besides the people. */
export interface SessionInput {
  heldOn: LocalDate
  minutes: number | null
  startsAt: string | null
  endsAt: string | null
  travelMinutes: number
  mode: Mode
  place: string
  subjects: readonly TutoringSubject[]
  note: string
  checked: readonly SessionGuard[]
}

/** What is written down of it. */
export interface SessionFacts {
  /** The file under which the relation is, and so the session. */
  tutorId: string
  tuteeIds: readonly string[]
  heldOn: LocalDate
  startMinute: number | null
  minutes: number
  travelMinutes: number
  mode: Mode
  place: string
  kind: TutoringKind | null
  hostId: string | null
  level: SkillLevel
  subjects: readonly TutoringSubject[]
  note: string
}

/**
 * The facts of a session of a tutor. Unusual ones are asked about once; refused are a day that has not come,
 * a day of more than eight hours, people who are not linked to the tutor, and hours that are partly paid.
 */
export async function sessionFacts(
  tx: Tx,
  ctx: Context,
  of: { id: string; tutorIds: readonly string[]; tuteeIds: readonly string[]; input: SessionInput },
): Promise<SessionFacts> {
  const { checked, startsAt, endsAt, ...input } = of.input
  const tuteeIds = [...new Set(of.tuteeIds)].sort()
  const asked = {
    minutes: input.minutes,
    startMinute: startsAt === null ? null : parseTimeOfDay(startsAt),
    endMinute: endsAt === null ? null : parseTimeOfDay(endsAt),
  }
  const time = sessionTime(input.heldOn, asked, ctx.zone)
  if (!time.ok) throw atField('minutes', time.refusal.code, time.refusal.params)
  const session: TutoringSession = {
    id: of.id,
    heldOn: input.heldOn,
    tuteeIds,
    ...time.value,
  }
  const how = await howTheyHelp(tx, ctx, {
    tutorIds: of.tutorIds,
    tuteeIds,
    heldOn: input.heldOn,
  })
  await askAboutUnusual(tx, ctx, { tutorId: how.tutorId, session, checked })
  return { ...input, ...time.value, ...how, tuteeIds }
}

/** The kind, the host and the level that the relations of these people say of that day; hours are never of two kinds. */
async function howTheyHelp(
  tx: Tx,
  ctx: Context,
  of: { tutorIds: readonly string[]; tuteeIds: readonly string[]; heldOn: LocalDate },
): Promise<Pick<SessionFacts, 'tutorId' | 'kind' | 'hostId' | 'level'>> {
  // One relation a person: two files of a tutor may each have one, and two files of one person are one person.
  const { rows: relations } = await sql<{
    kind: TutoringKind | null
    hostId: string | null
    level: SkillLevel
    tutorPersonId: string
  }>`select distinct on (coalesce(p.merged_into_id, p.id)) coalesce(w.kind, r.kind) as kind,
      case when w.kind is null then r.host_id else w.host_id end as host_id, coalesce(w.level, r.level) as level, r.tutor_person_id
      from terreau.tutoring_relation r
      left join lateral terreau.way_on(r.cooperative_id, r.id, ${of.heldOn}) w on true
      join terreau.person p on p.cooperative_id = r.cooperative_id and p.id = r.tutee_person_id
     where r.cooperative_id = ${ctx.cooperativeId} and r.tutor_person_id = any(${of.tutorIds}::uuid[])
       and r.tutee_person_id = any(${of.tuteeIds}::uuid[]) and (r.ended_on is null or r.ended_on >= ${of.heldOn})
       and coalesce(p.merged_into_id, p.id) <> all(${of.tutorIds}::uuid[])
     order by coalesce(p.merged_into_id, p.id), r.ended_on desc nulls first, r.started_on desc, r.id`.execute(
    tx,
  )
  if (relations.length !== of.tuteeIds.length) throw new ProblemError('not-found')
  // A pair may be under a file joined to the own one: one session is under one of them.
  const ways = new Set(relations.map((one) => `${one.kind} ${one.hostId} ${one.tutorPersonId}`))
  if (ways.size > 1) throw atField('tuteeIds', 'tutoring-kinds-differ')
  const [first] = relations
  const { kind, hostId, tutorPersonId } = found(first)
  // Time given to several people at once is valued at the lowest level among them.
  const level = SKILL_LEVELS.find((one) => relations.some((relation) => relation.level === one))
  return {
    tutorId: tutorPersonId,
    kind,
    hostId,
    level: found(level),
  }
}

async function askAboutUnusual(
  tx: Tx,
  ctx: Context,
  of: { tutorId: string; session: TutoringSession; checked: readonly SessionGuard[] },
): Promise<void> {
  const others = await sessionsAround(tx, ctx, { tutorId: of.tutorId, day: of.session.heldOn })
  const guards = sessionGuards(of.session, { others, today: ctx.today, zone: ctx.zone })
  if (guards.includes('future')) throw atField('heldOn', 'session-in-future')
  if (isDayTooLong(of.session, others)) throw atField('minutes', 'tutoring-day-too-long')
  const open = guards.filter((guard) => !of.checked.includes(guard))
  if (open.length === 0) return
  const errors = open.map((guard) => ({
    pointer: '/body/checked',
    code: `tutoring-guard-${guard}`,
  }))
  throw new ProblemError('tutoring-please-check', undefined, errors)
}

/** The sessions of a tutor, under any of their files, on a day and the days next to it: hours may cross midnight. */
async function sessionsAround(
  tx: Tx,
  ctx: Context,
  { tutorId, day }: { tutorId: string; day: LocalDate },
): Promise<TutoringSession[]> {
  const days = [addDays(day, -1), day, addDays(day, 1)]
  const { rows } = await sql<{
    id: string
    heldOn: string
    startMinute: number | null
    minutes: number
    tuteeIds: string[]
  }>`select s.id, s.held_on, s.start_minute, s.minutes,
      array(select p.tutee_person_id::text from terreau.tutoring_part p
             where p.cooperative_id = s.cooperative_id and p.session_id = s.id) as tutee_ids
    from terreau.tutoring_session s
    where s.cooperative_id = ${ctx.cooperativeId} and s.tutor_person_id in ${fileIds(ctx.cooperativeId, tutorId)}
      and s.held_on = any(${days}::date[]) and s.cancelled_at is null and s.state <> 'set_aside'`.execute(
    tx,
  )
  return rows.map((row) => ({ ...row, heldOn: localDate(row.heldOn) }))
}

function atField(
  field: string,
  code:
    | 'session-length-wrong'
    | 'session-in-future'
    | 'tutoring-day-too-long'
    | 'tutoring-kinds-differ',
  params?: Readonly<Record<string, string | number>>,
): ProblemError {
  return new ProblemError(code, params, [{ pointer: `/body/${field}`, code }])
}
