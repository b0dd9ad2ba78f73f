import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { isTutoringSubject, type TutoringSubject } from '@terreau/domain/tutoring/subjects'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'

export type SessionState = 'noted' | 'confirmed' | 'disputed' | 'cancelled'
export type Mode = 'in_person' | 'phone' | 'video'
export type Answer = 'yes' | 'not_exactly' | 'no'
export type DisputedWhat = 'duration' | 'day' | 'did_not_happen'

interface SessionRow {
  id: string
  tutorName: string
  tuteeId: string
  tuteeName: string
  heldOn: string
  minutes: number
  mode: Mode
  subjects: string[]
  note: string
  state: SessionState
  disputedWhat: DisputedWhat | null
  loggedAt: Date
}

export interface SessionView extends Omit<SessionRow, 'heldOn' | 'subjects' | 'loggedAt'> {
  heldOn: LocalDate
  subjects: TutoringSubject[]
  loggedAt: string
}

export interface MinuteTotals {
  notedMinutes: number
  confirmedMinutes: number
  disputedMinutes: number
}

const PAGE = 50

/** A session's state is its last answer: nobody writes it by hand. */
const stateOf = sql<SessionState>`case when s.cancelled_at is not null then 'cancelled'
  when a.answer is null then 'noted' when a.answer = 'yes' then 'confirmed' else 'disputed' end`

const sessionsFrom = sql`terreau.tutoring_session s
  join terreau.person tutor on tutor.cooperative_id = s.cooperative_id and tutor.id = s.tutor_person_id
  join terreau.person tutee on tutee.cooperative_id = s.cooperative_id and tutee.id = s.tutee_person_id
  left join lateral (select x.answer, x.what from terreau.tutoring_answer x
    where x.cooperative_id = s.cooperative_id and x.session_id = s.id order by x.n desc limit 1) a on true`

const sessionColumns = sql`s.id, tutor.given_name || ' ' || tutor.family_name as tutor_name, s.tutee_person_id as tutee_id,
  tutee.given_name || ' ' || tutee.family_name as tutee_name, s.held_on, s.minutes, s.mode, s.subjects, s.note,
  ${stateOf} as state, case when a.answer = 'yes' then null else a.what end as disputed_what, s.logged_at`

/** A tutor's own sessions, newest first. */
export async function sessionsOfTutor(
  tx: Tx,
  cooperativeId: string,
  tutorId: string,
): Promise<SessionView[]> {
  const { rows } = await sql<SessionRow>`select ${sessionColumns} from ${sessionsFrom}
    where s.cooperative_id = ${cooperativeId} and s.tutor_person_id in ${fileIds(cooperativeId, tutorId)} and s.cancelled_at is null
    order by s.held_on desc, s.logged_at desc limit 200`.execute(tx)
  return rows.map(toView)
}

/** All sessions of the cooperative, one page, newest first; `next` continues it. */
export async function listSessions(
  tx: Tx,
  cooperativeId: string,
  filter: { view: 'all' | 'noted' | 'confirmed' | 'disputed'; before?: string | undefined },
): Promise<{ sessions: SessionView[]; next: string | null }> {
  const [heldOn, id] = (filter.before ?? '').split('~')
  const after = heldOn && id ? sql`and (s.held_on, s.id) < (${heldOn}::date, ${id}::uuid)` : sql``
  const only = filter.view === 'all' ? sql`` : sql`and ${stateOf} = ${filter.view}`
  const { rows } = await sql<SessionRow>`select ${sessionColumns} from ${sessionsFrom}
    where s.cooperative_id = ${cooperativeId} and s.cancelled_at is null ${only} ${after}
    order by s.held_on desc, s.id desc limit ${PAGE + 1}`.execute(tx)
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return {
    sessions: page.map(toView),
    next: rows.length > PAGE && last ? `${last.heldOn}~${last.id}` : null,
  }
}

/** Noted, confirmed and disputed minutes: three figures that are never summed into one. */
export async function minuteTotals(
  tx: Tx,
  cooperativeId: string,
  tutorId?: string,
): Promise<MinuteTotals> {
  const only =
    tutorId === undefined ? sql`` : sql`and s.tutor_person_id in ${fileIds(cooperativeId, tutorId)}`
  const { rows } = await sql<MinuteTotals>`select
      coalesce(sum(s.minutes) filter (where a.answer is null), 0)::int as noted_minutes,
      coalesce(sum(s.minutes) filter (where a.answer = 'yes'), 0)::int as confirmed_minutes,
      coalesce(sum(s.minutes) filter (where a.answer in ('not_exactly', 'no')), 0)::int as disputed_minutes
    from ${sessionsFrom} where s.cooperative_id = ${cooperativeId} and s.cancelled_at is null ${only}`.execute(
    tx,
  )
  return rows[0] ?? { notedMinutes: 0, confirmedMinutes: 0, disputedMinutes: 0 }
}

/** The people a tutor helps now. */
export function tuteesOf(tx: Tx, cooperativeId: string, tutorId: string) {
  return tx
    .selectFrom('tutoringRelation as r')
    .innerJoin('person as p', (join) =>
      join.onRef('p.cooperativeId', '=', 'r.cooperativeId').onRef('p.id', '=', 'r.tuteePersonId'),
    )
    .select(['p.id', 'p.phone', sql<string>`p.given_name || ' ' || p.family_name`.as('name')])
    .where('r.cooperativeId', '=', cooperativeId)
    .where('r.tutorPersonId', 'in', fileIds(cooperativeId, tutorId))
    .where('r.endedOn', 'is', null)
    .orderBy(sql`p.search_name collate "C"`)
    .orderBy('p.id')
    .execute()
}

/** Who tutors whom, with the hours that were confirmed. */
export async function listRelations(tx: Tx, cooperativeId: string) {
  const { rows } = await sql<{
    id: string
    tutorId: string
    tutorName: string
    tuteeId: string
    tuteeName: string
    startedOn: string
    confirmedMinutes: number
  }>`select r.id, r.tutor_person_id as tutor_id, tutor.given_name || ' ' || tutor.family_name as tutor_name,
      r.tutee_person_id as tutee_id, tutee.given_name || ' ' || tutee.family_name as tutee_name, r.started_on,
      coalesce((select sum(s.minutes) from terreau.tutoring_session s
        where s.cooperative_id = r.cooperative_id and s.tutor_person_id = r.tutor_person_id
          and s.tutee_person_id = r.tutee_person_id and s.cancelled_at is null
          and (select x.answer from terreau.tutoring_answer x where x.cooperative_id = s.cooperative_id
                and x.session_id = s.id order by x.n desc limit 1) = 'yes'), 0)::int as confirmed_minutes
    from terreau.tutoring_relation r
    join terreau.person tutor on tutor.cooperative_id = r.cooperative_id and tutor.id = r.tutor_person_id
    join terreau.person tutee on tutee.cooperative_id = r.cooperative_id and tutee.id = r.tutee_person_id
    where r.cooperative_id = ${cooperativeId} and r.ended_on is null
    order by tutor.search_name collate "C", tutee.search_name collate "C", r.id`.execute(tx)
  return rows.map((row) => ({ ...row, startedOn: localDate(row.startedOn) }))
}

/** Whom a pair can be made of: people who tutor, and everybody with a file. */
export async function pairCandidates(tx: Tx, cooperativeId: string) {
  const { rows } = await sql<{ id: string; name: string; isTutor: boolean }>`
    select p.id, p.given_name || ' ' || p.family_name as name,
           exists (select 1 from terreau.membership m where m.cooperative_id = p.cooperative_id
             and m.person_id = p.id and m.role = 'tutor') as is_tutor
      from terreau.person p
     where p.cooperative_id = ${cooperativeId} and p.archived_at is null
     order by p.search_name collate "C", p.id`.execute(tx)
  const named = rows.map(({ id, name, isTutor }) => ({ isTutor, person: { id, name } }))
  return {
    tutors: named.filter((row) => row.isTutor).map((row) => row.person),
    people: named.map((row) => row.person),
  }
}

function toView(row: SessionRow): SessionView {
  return {
    ...row,
    heldOn: localDate(row.heldOn),
    subjects: row.subjects.filter(isTutoringSubject),
    loggedAt: row.loggedAt.toISOString(),
  }
}
