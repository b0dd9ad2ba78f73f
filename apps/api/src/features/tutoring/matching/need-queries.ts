import type { Moment, Urgency, WishedForm } from '@terreau/domain/tutoring/matching'
import { isTutoringSubject, type TutoringSubject } from '@terreau/domain/tutoring/subjects'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { decodeCursor, encodeCursor } from '../../../platform/cursor.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { ownPersonIds } from '../../../platform/own-person.ts'
import { found } from '../../../platform/problem-error.ts'
import { tutorsOf } from '../relation-queries.ts'
import { knownLanguages } from './profile-queries.ts'

const PAGE = 30
/** A person asks for little at once; what was closed longer ago is not shown to them. */
const OWN_PAGE = 20

interface NeedRow {
  id: string
  personId: string
  personName: string
  tutorName: string
  subject: TutoringSubject
  languages: string[]
  urgency: Urgency
  form: WishedForm
  moments: Moment[]
  town: string
  words: string
  saidBy: 'person' | 'staff'
  askedAt: Date
  closedAt: Date | null
  closedAs: 'met' | 'withdrawn' | null
}

export type NeedView = Omit<NeedRow, 'askedAt' | 'closedAt'> & {
  askedAt: string
  closedAt: string | null
}

const needSelect = sql`select n.id, p.id as person_id, terreau.full_name(p.given_name, p.family_name) as person_name,
    coalesce(terreau.full_name(t.given_name, t.family_name), '') as tutor_name, n.subject, n.languages, n.urgency, n.form,
    n.moments, n.town, n.words, n.said_by, n.asked_at, n.closed_at, n.closed_as
  from terreau.tutoring_need n
  join terreau.person o on o.cooperative_id = n.cooperative_id and o.id = n.person_id
  join terreau.person p on p.cooperative_id = n.cooperative_id and p.id = coalesce(o.merged_into_id, o.id)
  left join terreau.tutoring_relation r on r.cooperative_id = n.cooperative_id and r.id = n.relation_id
  left join terreau.person t on t.cooperative_id = n.cooperative_id and t.id = r.tutor_person_id`

/** Who waits for a tutor, the longest wait first; or what was closed, newest first. One page. */
export async function listNeeds(
  tx: Tx,
  ctx: Context,
  { view, after }: { view: 'waiting' | 'closed'; after?: string | undefined },
) {
  const isWaiting = view === 'waiting'
  const at = decodeCursor(after, z.tuple([z.iso.datetime(), z.uuid()]))
  const order = isWaiting ? sql`n.asked_at, n.id` : sql`n.closed_at desc, n.id desc`
  const needs = await needRows(tx, ctx, {
    only: isWaiting
      ? sql`and n.closed_at is null ${at === null ? sql`` : sql`and (n.asked_at, n.id) > (${at[0]}, ${at[1]}::uuid)`}`
      : sql`and n.closed_at is not null ${at === null ? sql`` : sql`and (n.closed_at, n.id) < (${at[0]}, ${at[1]}::uuid)`}`,
    order,
    size: PAGE + 1,
  })
  const shown = needs.slice(0, PAGE)
  const last = shown.at(-1)
  const sortedBy = (isWaiting ? last?.askedAt : last?.closedAt) ?? ''
  const { count } = await tx
    .selectFrom('tutoringNeed')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    waiting: Number(count),
    needs: shown,
    next: needs.length > PAGE && last ? encodeCursor([sortedBy, last.id]) : null,
  }
}

/** One need; 404 when there is none. */
export async function readNeed(tx: Tx, ctx: Context, needId: string): Promise<NeedView> {
  const only = sql`and n.id = ${needId}`
  return found((await needRows(tx, ctx, { only, order: sql`n.id`, size: 1 }))[0])
}

/** What whoever is signed in asked for, newest first, and who helps them now. */
export async function ownNeeds(tx: Tx, ctx: Context) {
  const personIds = ownPersonIds(ctx)
  const needs = await needRows(tx, ctx, {
    only: sql`and n.person_id = any(${personIds}::uuid[])`,
    order: sql`n.asked_at desc, n.id`,
    size: OWN_PAGE,
  })
  const own = needs.map(
    ({ personId: _, personName: __, tutorName: ___, saidBy: ____, ...need }) => need,
  )
  return {
    needs: own,
    knownLanguages: await knownLanguages(tx, ctx, personIds),
    tutors: await tutorsOf(tx, ctx, personIds),
  }
}

async function needRows(
  tx: Tx,
  ctx: Context,
  of: { only: RawBuilder<unknown>; order: RawBuilder<unknown>; size: number },
): Promise<NeedView[]> {
  const { rows } = await sql<NeedRow>`${needSelect}
    where n.cooperative_id = ${ctx.cooperativeId} ${of.only} order by ${of.order} limit ${of.size}`.execute(
    tx,
  )
  return rows
    .filter((row) => isTutoringSubject(row.subject))
    .map((row) => ({
      ...row,
      askedAt: row.askedAt.toISOString(),
      closedAt: row.closedAt?.toISOString() ?? null,
    }))
}
