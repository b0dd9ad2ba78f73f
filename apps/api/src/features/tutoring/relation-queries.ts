import { localDate } from '@terreau/domain/time/local-date'
import { agreementState, mayAct, type Side } from '@terreau/domain/tutoring/agreement'
import type { HostForm, TutoringKind } from '@terreau/domain/tutoring/hosts'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

const PAGE = 50

/** After a pair has ended, its last sessions may still be noted for as long as that asks for no question. */
const NOTED_WITHIN_DAYS = 31

const ofVersion = (alias: string) =>
  sql.raw(
    `${alias}.cooperative_id = r.cooperative_id and ${alias}.relation_id = r.id and ${alias}.version = a.version`,
  )
const lastAnswer = (side: Side) => sql`(select w.answer from terreau.tutoring_agreement_answer w
  where ${ofVersion('w')} and w.side = ${side} order by w.n desc limit 1)`

/** The columns that say where the agreement of a relation `r` stands; they need `lastWording`. */
const standing = sql`a.version, ${lastAnswer('tutor')} as tutor, ${lastAnswer('tutee')} as tutee,
  exists (select 1 from terreau.tutoring_countersignature c where ${ofVersion('c')}) as is_countersigned,
  exists (select 1 from terreau.tutoring_agreement_end e where ${ofVersion('e')}) as is_ended`
const lastWording = sql`left join lateral (select a.version from terreau.tutoring_agreement a
  where a.cooperative_id = r.cooperative_id and a.relation_id = r.id order by a.version desc limit 1) a on true`

interface Standing {
  version: number | null
  tutor: 'yes' | 'no' | null
  tutee: 'yes' | 'no' | null
  isCountersigned: boolean
  isEnded: boolean
}

const agreementOf = ({ version, ...facts }: Standing) =>
  version === null ? null : agreementState(facts)

interface Other extends Standing {
  id: string
  name: string
  phone: string
  kind: TutoringKind | null
}

/** The people a tutor helps, or helped until a short while ago: their sessions may still be noted. */
export function tuteesOf(tx: Tx, ctx: Context, tutorIds: readonly string[]) {
  return othersOf(tx, ctx, { personIds: tutorIds, as: 'tutor', endedWithin: NOTED_WITHIN_DAYS })
}

/** Who helps a person now. */
export function tutorsOf(tx: Tx, ctx: Context, tuteeIds: readonly string[]) {
  return othersOf(tx, ctx, { personIds: tuteeIds, as: 'tutee', endedWithin: null })
}

/** The other side of each pair of somebody, once each, with where the agreement of the last pair stands. */
async function othersOf(
  tx: Tx,
  ctx: Context,
  of: { personIds: readonly string[]; as: Side; endedWithin: number | null },
) {
  const own = sql.ref(`r.${of.as}_person_id`)
  const other = sql.ref(of.as === 'tutor' ? 'r.tutee_person_id' : 'r.tutor_person_id')
  const { rows } = await sql<Other>`select * from (
    select distinct on (p.id) o.id, terreau.full_name(p.given_name, p.family_name) as name, p.phone, p.search_name, r.kind, ${standing}
      from terreau.tutoring_relation r
      join terreau.person o on o.cooperative_id = r.cooperative_id and o.id = ${other}
      join terreau.person p on p.cooperative_id = o.cooperative_id and p.id = coalesce(o.merged_into_id, o.id)
      ${lastWording}
     where r.cooperative_id = ${ctx.cooperativeId} and ${own} = any(${of.personIds}::uuid[]) and p.id <> all(${of.personIds}::uuid[])
       and (r.ended_on is null or r.ended_on >= ${ctx.today}::date - ${of.endedWithin}::integer)
     order by p.id, r.ended_on desc nulls first, r.started_on desc, r.id) one
    order by search_name collate "C", id`.execute(tx)
  return rows.map((row) => {
    const agreement = agreementOf(row)
    const isAsked = agreement !== null && mayAct(agreement, 'answer') && row[of.as] !== 'yes'
    const { id, name, phone, kind } = row
    return { id, name, phone, kind, agreement, isAnswerAwaited: isAsked }
  })
}

/** Who tutors or tutored whom, one page in the order of names, with the hours and where the agreement stands. */
export async function listRelations(
  tx: Tx,
  ctx: Context,
  { after }: { after?: string | undefined },
) {
  const [name, id] = (after ?? '').split('~')
  const further =
    name && id ? sql`and (tutor.search_name collate "C", r.id) > (${name}, ${id}::uuid)` : sql``
  const { rows } = await sql<
    Standing & {
      id: string
      tutorId: string
      tutorName: string
      searchName: string
      tuteeId: string
      tuteeName: string
      startedOn: string
      endedOn: string | null
      kind: TutoringKind | null
      hostName: string
      approvedMinutes: number
    }
  >`select r.id, r.tutor_person_id as tutor_id, terreau.full_name(tutor.given_name, tutor.family_name) as tutor_name,
      tutor.search_name, r.tutee_person_id as tutee_id, terreau.full_name(tutee.given_name, tutee.family_name) as tutee_name,
      r.started_on, r.ended_on, ${standing}, r.kind, coalesce(h.name, '') as host_name,
      coalesce((select sum(s.minutes) from terreau.tutoring_part p
        join terreau.tutoring_session s on s.cooperative_id = p.cooperative_id and s.id = p.session_id
        where p.cooperative_id = r.cooperative_id and p.tutor_person_id = r.tutor_person_id
          and p.tutee_person_id = r.tutee_person_id and p.answer = 'yes' and s.state = 'approved'
          and s.cancelled_at is null), 0)::int as approved_minutes
    from terreau.tutoring_relation r
    join terreau.person tutor on tutor.cooperative_id = r.cooperative_id and tutor.id = r.tutor_person_id
    join terreau.person tutee on tutee.cooperative_id = r.cooperative_id and tutee.id = r.tutee_person_id
    left join terreau.host_structure h on h.cooperative_id = r.cooperative_id and h.id = r.host_id
    ${lastWording}
    where r.cooperative_id = ${ctx.cooperativeId} ${further}
    order by tutor.search_name collate "C", r.id limit ${PAGE + 1}`.execute(tx)
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  return {
    relations: shown.map(
      ({ searchName: _, version, tutor, tutee, isCountersigned, isEnded, ...row }) => ({
        ...row,
        startedOn: localDate(row.startedOn),
        endedOn: row.endedOn === null ? null : localDate(row.endedOn),
        agreement: agreementOf({ version, tutor, tutee, isCountersigned, isEnded }),
      }),
    ),
    next: rows.length > PAGE && last ? `${last.searchName}~${last.id}` : null,
  }
}

/** Whom a pair can be made of: people who tutor, everybody with a file, and the structures that host. */
export async function pairCandidates(tx: Tx, ctx: Context) {
  const { rows } = await sql<{ id: string; name: string; isTutor: boolean }>`
    select p.id, terreau.full_name(p.given_name, p.family_name) as name,
           exists (select 1 from terreau.membership m where m.cooperative_id = p.cooperative_id
             and m.person_id = p.id and m.role = 'tutor') as is_tutor
      from terreau.person p
     where p.cooperative_id = ${ctx.cooperativeId} and p.archived_at is null and p.merged_into_id is null and p.erased_n is null
     order by p.search_name collate "C", p.id`.execute(tx)
  const named = rows.map(({ id, name, isTutor }) => ({ isTutor, person: { id, name } }))
  return {
    tutors: named.filter((row) => row.isTutor).map((row) => row.person),
    people: named.map((row) => row.person),
    hosts: await listHosts(tx, ctx),
  }
}

/** The structures in which people help, in the order of names. */
export async function listHosts(tx: Tx, ctx: Context) {
  const { rows } = await sql<{ id: string; name: string; form: HostForm }>`
    select h.id, h.name, h.form from terreau.host_structure h
     where h.cooperative_id = ${ctx.cooperativeId} order by lower(h.name), h.id`.execute(tx)
  return rows
}
