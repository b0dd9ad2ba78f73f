import type { LocalDate } from '@terreau/domain/time/local-date'
import type { TIMELINE_KINDS, TIMELINE_SUBJECTS } from '@terreau/protocol/people-timeline'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { decodeCursor, encodeCursor } from '../../platform/cursor.ts'
import { type Tx, zoneOf } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { personExists } from './queries.ts'

const PAGE = 40
const cursor = z.tuple([z.string().regex(/^\d{1,18}$/), z.string()])

type TimelineSubject = (typeof TIMELINE_SUBJECTS)[number]
type TimelineKind = (typeof TIMELINE_KINDS)[number]

interface OfPerson {
  cooperativeId: string
  personId: string
  /** The ids of the file: its own and those merged into it. */
  ids: RawBuilder<unknown>
}

interface TimelineFilter {
  personId: string
  about?: TimelineSubject | undefined
  before?: string | undefined
}

interface Row {
  id: string
  kind: TimelineKind
  at: Date
  micros: bigint
  day: LocalDate
  who: string | null
  params: Record<string, string>
  targetId: string | null
}

interface Timeline {
  events: {
    id: string
    kind: TimelineKind
    at: string
    day: LocalDate
    who: string | null
    params: Record<string, string>
    targetId: string | null
  }[]
  next: string | null
}

/**
 * The thread of a file, in one statement over the rows themselves: what was signed, declared, closed or
 * issued is read where it is kept, and the journal says who when the row does not.
 */
export async function personTimeline(
  tx: Tx,
  ctx: Context,
  filter: TimelineFilter,
): Promise<Timeline> {
  await personExists(tx, ctx, filter.personId)
  const { cooperativeId } = ctx
  const { personId } = filter
  const of = { cooperativeId, personId, ids: fileIds(cooperativeId, personId) }
  const before = decodeCursor(filter.before, cursor)
  const subjects = filter.about === undefined ? ALL : [filter.about]
  const sources = subjects.flatMap((subject) => SOURCES[subject](of))
  const { rows } = await sql<Row>`
    with event (id, kind, at, actor, params, target_id) as (${sql.join(sources, sql` union all `)}),
    placed as (select e.*, (extract(epoch from e.at) * 1000000)::bigint as micros from event e)
    select e.id, e.kind, e.at, e.micros, (e.at at time zone ${zoneOf(cooperativeId)})::date as day,
           u.display_name as who, e.params, e.target_id
      from placed e
      left join terreau.app_user u on u.id::text = e.actor
     where ${before === null ? sql`true` : sql`(e.micros, e.id) < (${before[0]}::bigint, ${before[1]})`}
     order by e.micros desc, e.id desc
     limit ${PAGE + 1}`.execute(tx)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    events: shown.map(({ micros: _, at, ...event }) => ({ ...event, at: at.toISOString() })),
    next: rows.length > PAGE && last ? encodeCursor([last.micros.toString(), last.id]) : null,
  }
}

type Source = (of: OfPerson) => RawBuilder<unknown>[]

const SOURCES: Readonly<Record<TimelineSubject, Source>> = {
  file: ({ cooperativeId, personId }) => [
    sql`select 'created:' || p.id, 'person-created', p.created_at, a.actor_id, '{}'::jsonb, null::uuid
          from terreau.person p ${by('person', 'p.id', 'person.created')}
         where p.cooperative_id = ${cooperativeId} and p.id = ${personId}`,
    sql`select 'edited:' || a.n, 'person-edited', a.at, a.actor_id, '{}'::jsonb, null::uuid
          from terreau.audit_entry a
         where a.cooperative_id = ${cooperativeId} and a.entity_kind = 'person'
           and a.entity_id = ${personId} and a.action = 'person.edited'`,
  ],
  contracts: ({ cooperativeId, ids }) => [
    sql`select 'drawn:' || p.id, 'contract-created', p.created_at, a.actor_id, ${ofContract}, p.id
          from terreau.contract p ${by('contract', 'p.id', 'contract.created')}
         where p.cooperative_id = ${cooperativeId} and p.person_id in ${ids}`,
    sql`select 'sent:' || r.id, 'contract-sent', r.opened_at, r.opened_by, ${ofContract}, p.id
          from terreau.contract p
          join terreau.signature_request r on r.cooperative_id = p.cooperative_id
           and r.subject_kind = 'contract' and r.subject_id = p.id
         where p.cooperative_id = ${cooperativeId} and p.person_id in ${ids}`,
    sql`select 'signed:' || s.id,
               case y.side when 'person' then 'contract-signed' else 'contract-countersigned' end,
               s.at, s.user_id::text, ${ofContract}, p.id
          from terreau.contract p
          join terreau.signature_request r on r.cooperative_id = p.cooperative_id
           and r.subject_kind = 'contract' and r.subject_id = p.id
          join terreau.signature_act s
            on s.cooperative_id = r.cooperative_id and s.request_id = r.id and s.act = 'signed'
          join terreau.signature_party y on y.cooperative_id = s.cooperative_id
           and y.request_id = s.request_id and y.position = s.position
         where p.cooperative_id = ${cooperativeId} and p.person_id in ${ids}`,
    sql`select 'cancelled:' || p.id, 'contract-cancelled', a.at, a.actor_id, ${ofContract}, p.id
          from terreau.contract p
          join terreau.audit_entry a on a.cooperative_id = p.cooperative_id
           and a.entity_kind = 'contract' and a.entity_id = p.id::text and a.action = 'contract.cancelled'
         where p.cooperative_id = ${cooperativeId} and p.person_id in ${ids}`,
  ],
  declarations: ({ cooperativeId, ids }) => [
    sql`select 'declared:' || d.id, 'declaration-submitted', d.submitted_at, d.declared_by::text, ${ofDeclaration}, d.id
          from terreau.declaration d
         where d.cooperative_id = ${cooperativeId} and d.person_id in ${ids} and d.submitted_at is not null`,
    sql`select 'accepted:' || x.id, 'declaration-accepted', x.accepted_at, x.accepted_by, ${ofDeclaration}, d.id
          from terreau.declaration d
          join terreau.acceptance x on x.cooperative_id = d.cooperative_id and x.declaration_id = d.id
         where d.cooperative_id = ${cooperativeId} and d.person_id in ${ids}`,
    sql`select 'reopened:' || x.id, 'declaration-reopened', u.undone_at, u.undone_by, ${ofDeclaration}, d.id
          from terreau.declaration d
          join terreau.acceptance x on x.cooperative_id = d.cooperative_id and x.declaration_id = d.id
          join terreau.acceptance_undo u on u.cooperative_id = x.cooperative_id and u.acceptance_id = x.id
         where d.cooperative_id = ${cooperativeId} and d.person_id in ${ids}`,
    sql`select 'asked:' || q.id, 'question-asked', q.asked_at, q.asked_by::text, ${ofDeclaration}, d.id
          from terreau.declaration d
          join terreau.question q on q.cooperative_id = d.cooperative_id and q.declaration_id = d.id
         where d.cooperative_id = ${cooperativeId} and d.person_id in ${ids} and q.withdrawn_at is null`,
    sql`select 'answered:' || q.id, 'question-answered', q.answered_at, q.answered_by::text, ${ofDeclaration}, d.id
          from terreau.declaration d
          join terreau.question q on q.cooperative_id = d.cooperative_id and q.declaration_id = d.id
         where d.cooperative_id = ${cooperativeId} and d.person_id in ${ids} and q.answered_at is not null`,
  ],
  account: ({ cooperativeId, ids }) => [
    sql`select 'closed:' || l.month || ':' || l.version || ':' || l.activity_id, 'month-closed', c.closed_at,
               c.closed_by::text,
               jsonb_build_object('month', l.month, 'balanceCents', l.closing_cents::text), null::uuid
          from terreau.closing_line l
          join terreau.closing c
            on c.cooperative_id = l.cooperative_id and c.month = l.month and c.version = l.version
         where l.cooperative_id = ${cooperativeId} and l.person_id in ${ids}`,
  ],
  papers: ({ cooperativeId, ids }) => [
    sql`select 'issued:' || t.id, 'attestation-issued', t.issued_at, t.issued_by::text,
               jsonb_build_object('number', t.number), t.id
          from terreau.attestation t
         where t.cooperative_id = ${cooperativeId} and t.person_id in ${ids}`,
    sql`select 'revoked:' || t.id, 'attestation-revoked', r.revoked_at, r.revoked_by::text,
               jsonb_build_object('number', t.number), t.id
          from terreau.attestation t
          join terreau.attestation_revocation r
            on r.cooperative_id = t.cooperative_id and r.attestation_id = t.id
         where t.cooperative_id = ${cooperativeId} and t.person_id in ${ids}`,
    sql`select 'replaced:' || t.id, 'attestation-replaced', x.replaced_at, x.replaced_by::text,
               jsonb_build_object('number', t.number), t.id
          from terreau.attestation t
          join terreau.attestation_replacement x
            on x.cooperative_id = t.cooperative_id and x.attestation_id = t.id
         where t.cooperative_id = ${cooperativeId} and t.person_id in ${ids}`,
  ],
  tutoring: ({ cooperativeId, ids }) => [
    sql`select 'session:' || s.id || ':' || p.tutee_person_id, 'tutoring-logged', s.logged_at, null, ${ofSession(ids)}, null::uuid
          from terreau.tutoring_part p
          join terreau.tutoring_session s on s.cooperative_id = p.cooperative_id and s.id = p.session_id
         where p.cooperative_id = ${cooperativeId} and s.cancelled_at is null
           and (p.tutor_person_id in ${ids} or p.tutee_person_id in ${ids})`,
    sql`select 'answer:' || s.id || ':' || w.session_version || ':' || p.tutee_person_id || ':' || w.n,
               'tutoring-answered', w.answered_at, null,
               ${ofSession(ids)} || jsonb_build_object('answer', w.answer), null::uuid
          from terreau.tutoring_part p
          join terreau.tutoring_session s on s.cooperative_id = p.cooperative_id and s.id = p.session_id
          join terreau.tutoring_answer w on w.cooperative_id = p.cooperative_id and w.session_id = p.session_id
           and w.tutee_person_id = p.tutee_person_id
         where p.cooperative_id = ${cooperativeId}
           and (p.tutor_person_id in ${ids} or p.tutee_person_id in ${ids})`,
  ],
}

const ALL: readonly TimelineSubject[] = [
  'file',
  'contracts',
  'declarations',
  'account',
  'papers',
  'tutoring',
]

const ofContract = sql`jsonb_build_object('number', p.number)`
const ofDeclaration = sql`jsonb_build_object('month', d.concerns_month)`

/** The length and day of a session, and the name of the other person. */
function ofSession(ids: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`jsonb_build_object('minutes', s.minutes::text, 'heldOn', s.held_on::text, 'name', (
    select terreau.full_name(o.given_name, o.family_name) from terreau.person o
     where o.cooperative_id = s.cooperative_id
       and o.id = case when p.tutor_person_id in ${ids} then p.tutee_person_id else p.tutor_person_id end))`
}

/** Joins the journal's line of an act, for who did it. Rows that came by import have none. */
function by(entity: string, id: string, action: string): RawBuilder<unknown> {
  return sql`left join lateral (
    select a.actor_id from terreau.audit_entry a
     where a.cooperative_id = p.cooperative_id and a.entity_kind = ${entity}
       and a.entity_id = ${sql.raw(id)}::text and a.action = ${action}
     order by a.n limit 1) a on true`
}
