import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { timeOfDay } from '@terreau/domain/time/time-of-day'
import type { Answer } from '@terreau/domain/tutoring/answers'
import type { TutoringKind } from '@terreau/domain/tutoring/hosts'
import type { SessionState } from '@terreau/domain/tutoring/session'
import { isTutoringSubject, type TutoringSubject } from '@terreau/domain/tutoring/subjects'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'

export type Mode = 'in_person' | 'phone' | 'video'
export type VoiceState = 'none' | 'ready' | 'waiting' | 'refused'
export type DisputedWhat = 'duration' | 'day' | 'did_not_happen'

interface Part {
  id: string
  name: string
  answer: Answer | null
  what: DisputedWhat | null
}

interface SessionRow {
  id: string
  version: number
  tutorName: string
  tutees: Part[]
  heldOn: string
  startMinute: number | null
  minutes: number
  travelMinutes: number
  mode: Mode
  place: string
  kind: TutoringKind | null
  subjects: string[]
  note: string
  voice: VoiceState
  state: SessionState
  firmAt: Date | null
  loggedAt: Date
}

export interface SessionView
  extends Omit<SessionRow, 'heldOn' | 'startMinute' | 'subjects' | 'firmAt' | 'loggedAt'> {
  heldOn: LocalDate
  startsAt: string | null
  subjects: TutoringSubject[]
  firmAt: string | null
  loggedAt: string
}

export type StaffView =
  | 'all'
  | 'unanswered'
  | 'noted'
  | 'confirmed'
  | 'to_approve'
  | 'disputed'
  | 'approved'
  | 'set_aside'

const PAGE = 50
const TUTOR_PAGE = 20
/** A session without an answer for so long is worth a call. */
const UNANSWERED_DAYS = 14

/** Whether there is a spoken note, and what the antivirus says of it. */
export const voiceColumn = sql`coalesce((
  select case x.state when 'waiting' then 'waiting' when 'infected' then 'refused' else 'ready' end
    from terreau.stored_file f left join terreau.file_scan x on x.cooperative_id = f.cooperative_id and x.file_id = f.id
   where f.cooperative_id = s.cooperative_id and f.id = s.voice_file_id and f.erased_at is null), 'none')`

// Names are looked up for the sessions of a page: joined, they let the planner choose by how many people others have.
const sessionColumns = sql`s.id, s.version,
  (select terreau.full_name(t.given_name, t.family_name) from terreau.person t
    where t.cooperative_id = s.cooperative_id and t.id = s.tutor_person_id) as tutor_name,
  (select jsonb_agg(jsonb_build_object('id', p.tutee_person_id, 'name', terreau.full_name(t.given_name, t.family_name),
            'answer', p.answer, 'what', p.what) order by t.given_name, t.id)
     from terreau.tutoring_part p
     join terreau.person t on t.cooperative_id = p.cooperative_id and t.id = p.tutee_person_id
    where p.cooperative_id = s.cooperative_id and p.session_id = s.id) as tutees,
  s.held_on, s.start_minute, s.minutes, s.travel_minutes, s.mode, s.place, s.kind, s.subjects, s.note, ${voiceColumn} as voice, s.state,
  s.firm_at, s.logged_at`

type Page = { sessions: SessionView[]; next: string | null }

/** A tutor's own sessions, one page, newest first. */
export function sessionsOfTutor(
  tx: Tx,
  ctx: Context,
  of: { tutorIds: readonly string[]; before?: string | undefined },
): Promise<Page> {
  const own = sql`and s.tutor_person_id = any(${of.tutorIds}::uuid[])`
  return sessionPage(tx, ctx, { only: own, before: of.before, size: TUTOR_PAGE })
}

/** All sessions of the cooperative, one page, newest first; `next` continues it. */
export function listSessions(
  tx: Tx,
  ctx: Context,
  filter: { view: StaffView; before?: string | undefined },
): Promise<Page> {
  return sessionPage(tx, ctx, {
    only: conditionOf(filter.view, ctx),
    before: filter.before,
    size: PAGE,
  })
}

function conditionOf(view: StaffView, ctx: Context): RawBuilder<unknown> {
  switch (view) {
    case 'all':
      return sql``
    case 'unanswered':
      return sql`and s.state = 'noted' and s.held_on < ${ctx.today}::date - ${UNANSWERED_DAYS}::integer`
    case 'to_approve':
      return sql`and s.state = 'confirmed' and s.firm_at <= ${ctx.now}`
    default:
      return sql`and s.state = ${view}`
  }
}

async function sessionPage(
  tx: Tx,
  ctx: Context,
  page: { only: RawBuilder<unknown>; before: string | undefined; size: number },
): Promise<Page> {
  const [heldOn, id] = (page.before ?? '').split('~')
  const after = heldOn && id ? sql`and (s.held_on, s.id) < (${heldOn}::date, ${id}::uuid)` : sql``
  const { rows } = await sql<SessionRow>`select ${sessionColumns} from (
      select s.* from terreau.tutoring_session s
       where s.cooperative_id = ${ctx.cooperativeId} and s.cancelled_at is null ${page.only} ${after}
       order by s.held_on desc, s.id desc limit ${page.size + 1}) s
    order by s.held_on desc, s.id desc`.execute(tx)
  const shown = rows.slice(0, page.size)
  const last = shown.at(-1)
  return {
    sessions: shown.map(toView),
    next: rows.length > page.size && last ? `${last.heldOn}~${last.id}` : null,
  }
}

/** One session, of one tutor when given; 404 when it was taken back. */
export async function readSession(
  tx: Tx,
  ctx: Context,
  of: { sessionId: string; tutorIds?: readonly string[] },
): Promise<SessionView> {
  const own =
    of.tutorIds === undefined ? sql`` : sql`and s.tutor_person_id = any(${of.tutorIds}::uuid[])`
  const { rows } = await sql<SessionRow>`select ${sessionColumns} from terreau.tutoring_session s
    where s.cooperative_id = ${ctx.cooperativeId} and s.id = ${of.sessionId} and s.cancelled_at is null ${own}`.execute(
    tx,
  )
  return toView(found(rows[0]))
}

/** Everything that was said and decided about a session, version by version, oldest first. */
export async function historyOf(tx: Tx, ctx: Context, sessionId: string) {
  const answers = await sql<{
    version: number
    tuteeName: string
    answer: Answer
    what: DisputedWhat | null
    channel: 'mailed' | 'shared'
    at: Date
  }>`select a.session_version as version, terreau.full_name(p.given_name, p.family_name) as tutee_name, a.answer,
      case when a.answer <> 'yes' then a.what end as what, a.channel, a.answered_at as at
    from terreau.tutoring_answer a
    join terreau.person p on p.cooperative_id = a.cooperative_id and p.id = a.tutee_person_id
    where a.cooperative_id = ${ctx.cooperativeId} and a.session_id = ${sessionId}
    order by a.session_version, a.answered_at, a.tutee_person_id, a.n`.execute(tx)
  const approvals = await sql<{
    version: number
    heldOn: string
    minutes: number
    confirmedCount: number
    byName: string
    at: Date
  }>`select v.session_version as version, v.held_on, v.minutes, cardinality(v.confirmed_tutees) as confirmed_count,
      coalesce(u.display_name, '') as by_name, v.approved_at as at
    from terreau.tutoring_approval v left join terreau.app_user u on u.id = v.approved_by
    where v.cooperative_id = ${ctx.cooperativeId} and v.session_id = ${sessionId}
    order by v.session_version`.execute(tx)
  const mediations = await sql<{
    version: number
    outcome: 'ask_again' | 'set_aside'
    note: string
    byName: string
    at: Date
  }>`select m.session_version as version, m.outcome, m.note, coalesce(u.display_name, '') as by_name, m.settled_at as at
    from terreau.tutoring_mediation m left join terreau.app_user u on u.id = m.settled_by
    where m.cooperative_id = ${ctx.cooperativeId} and m.session_id = ${sessionId}
    order by m.session_version`.execute(tx)
  return {
    answers: answers.rows.map(withInstant),
    approvals: approvals.rows.map((row) => ({
      ...withInstant(row),
      heldOn: localDate(row.heldOn),
    })),
    mediations: mediations.rows.map(withInstant),
  }
}

function withInstant<T extends { at: Date }>(row: T): Omit<T, 'at'> & { at: string } {
  return { ...row, at: row.at.toISOString() }
}

function toView({ startMinute, ...row }: SessionRow): SessionView {
  return {
    ...row,
    heldOn: localDate(row.heldOn),
    startsAt: startMinute === null ? null : timeOfDay(startMinute),
    subjects: row.subjects.filter(isTutoringSubject),
    firmAt: row.firmAt?.toISOString() ?? null,
    loggedAt: row.loggedAt.toISOString(),
  }
}
