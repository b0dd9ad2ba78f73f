import { LANGUAGES } from '@terreau/domain/pipeline/facts'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import type { HostForm, TutoringKind } from '@terreau/domain/tutoring/hosts'
import type { MeetingForm, Moment } from '@terreau/domain/tutoring/matching'
import { isTutoringSubject, type TutoringSubject } from '@terreau/domain/tutoring/subjects'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { ownPersonId, ownPersonIds } from '../../../platform/own-person.ts'
import { standingCharter } from './charter.ts'

/** What a tutor offers, as the tables keep it. */
export interface Offer {
  skills: TutoringSubject[]
  languages: string[]
  forms: MeetingForm[]
  moments: Moment[]
  town: string
  mostTutees: number
  isOpen: boolean
}

export interface TutorRow {
  personId: string
  name: string
  tuteesNow: number
  profile:
    | (Offer & {
        version: number
        kind: TutoringKind
        hostId: string | null
        hostName: string
        hostForm: HostForm | null
      })
    | null
  accepted: { version: number; on: LocalDate } | null
}

interface Row {
  personId: string
  name: string
  searchName: string
  tuteesNow: number
  version: number | null
  skills: string[]
  languages: string[]
  forms: MeetingForm[]
  moments: Moment[]
  town: string
  mostTutees: number
  isOpen: boolean
  kind: TutoringKind
  hostId: string | null
  hostName: string
  hostForm: HostForm | null
  acceptedVersion: number | null
  acceptedOn: string | null
}

/** Tutors in the order of names, one page: people who hold the role, under the file that is kept. */
export async function tutorPage(
  tx: Tx,
  ctx: Context,
  { after, size }: { after?: string | undefined; size: number },
): Promise<{ tutors: TutorRow[]; next: string | null }> {
  const at = decodeCursor(after, z.tuple([z.string(), z.uuid()]))
  const further =
    at === null ? sql`` : sql`and (p.search_name collate "C", p.id) > (${at[0]}, ${at[1]}::uuid)`
  const rows = await tutorRows(tx, ctx, {
    only: sql`and exists (select 1 from terreau.membership m
        join terreau.person f on f.cooperative_id = m.cooperative_id and f.id = m.person_id
       where m.cooperative_id = p.cooperative_id and m.role = 'tutor' and coalesce(f.merged_into_id, f.id) = p.id)
      and p.archived_at is null and p.merged_into_id is null ${further}`,
    size: size + 1,
  })
  const shown = rows.slice(0, size)
  const last = shown.at(-1)
  return {
    tutors: shown.map(toTutor),
    next: rows.length > size && last ? encodeCursor([last.searchName, last.personId]) : null,
  }
}

async function tutorRows(
  tx: Tx,
  ctx: Context,
  of: { only: RawBuilder<unknown>; size: number },
): Promise<Row[]> {
  // The page is chosen before anything is looked up about its people: the others cost nothing.
  const { rows } = await sql<Row>`
    with p as materialized (select p.cooperative_id, p.id, p.given_name, p.family_name, p.search_name from terreau.person p
       where p.cooperative_id = ${ctx.cooperativeId} ${of.only}
       order by p.search_name collate "C", p.id limit ${of.size})
    select p.id as person_id, terreau.full_name(p.given_name, p.family_name) as name, p.search_name,
      (select count(distinct coalesce(t.merged_into_id, t.id))::int from terreau.tutoring_relation r
         join terreau.person t on t.cooperative_id = r.cooperative_id and t.id = r.tutee_person_id
        where r.cooperative_id = p.cooperative_id and r.tutor_person_id in (select terreau.file_ids(p.cooperative_id, p.id))
          and r.ended_on is null) as tutees_now,
      o.version, o.skills, o.languages, o.forms, o.moments, o.town, o.most_tutees, o.is_open, o.kind,
      o.host_id, coalesce(h.name, '') as host_name, h.form as host_form,
      a.version as accepted_version, a.accepted_on
    from p
    left join lateral (select o.* from terreau.tutor_profile o
       where o.cooperative_id = p.cooperative_id and o.person_id in (select terreau.file_ids(p.cooperative_id, p.id))
       order by o.updated_at desc limit 1) o on true
    left join terreau.host_structure h on h.cooperative_id = o.cooperative_id and h.id = o.host_id
    left join lateral (select a.version, a.accepted_on from terreau.tutor_charter_acceptance a
       where a.cooperative_id = p.cooperative_id and a.person_id in (select terreau.file_ids(p.cooperative_id, p.id))
       order by a.version desc limit 1) a on true
   order by p.search_name collate "C", p.id`.execute(tx)
  return rows
}

/** What whoever is signed in offers, and the charter they are asked to accept. */
export async function ownProfile(tx: Tx, ctx: Context) {
  const personId = ownPersonId(ctx)
  const [row] = await tutorRows(tx, ctx, { only: sql`and p.id = ${personId}`, size: 1 })
  const tutor = row === undefined ? null : toTutor(row)
  const { kind: _, hostId: __, hostName: ___, hostForm: ____, ...profile } = tutor?.profile ?? {}
  return {
    profile: tutor?.profile ? (profile as Offer & { version: number }) : null,
    knownLanguages: await knownLanguages(tx, ctx, ownPersonIds(ctx)),
    tuteesNow: tutor?.tuteesNow ?? 0,
    charter: await standingCharter(tx, ctx),
    accepted: tutor?.accepted ?? null,
  }
}

/** The languages that somebody named at their welcome, among those that pages offer. */
export async function knownLanguages(
  tx: Tx,
  ctx: Context,
  personIds: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ value: string }>`select f.value from terreau.person_fact f
     where f.cooperative_id = ${ctx.cooperativeId} and f.person_id = any(${personIds}::uuid[]) and f.kind = 'languages'
     order by f.recorded_at desc limit 1`.execute(tx)
  const said = rows[0]?.value.split(',') ?? []
  return said.filter((code) => LANGUAGES.some((one) => one === code))
}

function toTutor(row: Row): TutorRow {
  const { personId, name, tuteesNow, version, acceptedVersion, acceptedOn } = row
  const { languages, forms, moments, town, mostTutees, isOpen, kind, hostId, hostName } = row
  const skills = (row.skills ?? []).filter(isTutoringSubject)
  const offer = { skills, languages, forms, moments, town, mostTutees, isOpen }
  return {
    personId,
    name,
    tuteesNow,
    profile:
      version === null
        ? null
        : { version, ...offer, kind, hostId, hostName, hostForm: row.hostForm },
    accepted:
      acceptedVersion === null || acceptedOn === null
        ? null
        : { version: acceptedVersion, on: localDate(acceptedOn) },
  }
}
