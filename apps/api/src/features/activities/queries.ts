import { CONVENTION_STATES, type ConventionState } from '@terreau/domain/activities/convention'
import { localDate } from '@terreau/domain/time/local-date'
import type { activitiesEndpoints } from '@terreau/protocol/activities'
import { type ConventionTerms, conventionTerms } from '@terreau/protocol/activities'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'
import { namesWithoutEmail } from '../signatures/index.ts'
import { missingClauses } from './missing-clauses.ts'

type Activity = HandlerOutput<(typeof activitiesEndpoints)[1]>
type Convention = HandlerOutput<(typeof activitiesEndpoints)[3]>
type Member = Activity['members'][number]

/** An activity with its people and its conventions, newest first; 404 in another cooperative. */
export async function activityView(tx: Tx, ctx: Context, activityId: string): Promise<Activity> {
  const activity = await tx
    .selectFrom('activity')
    .select(['id', 'name', 'vatRateBp', 'fiscalHorsepower'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', activityId)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
  return {
    ...found(activity),
    members: await membersOf(tx, ctx, activityId),
    conventions: await conventionsOf(tx, ctx, activityId),
  }
}

/** The people of an activity, the largest share first; those who have left come last, with none. */
export async function membersOf(tx: Tx, ctx: Context, activityId: string): Promise<Member[]> {
  const { rows } = await sql<Member>`
    select m.person_id, terreau.full_name(p.given_name, p.family_name) as name, m.share_permille
      from terreau.activity_member m
      join terreau.person p on p.cooperative_id = m.cooperative_id and p.id = m.person_id
     where m.cooperative_id = ${ctx.cooperativeId} and m.activity_id = ${activityId}
     order by m.share_permille desc, p.search_name, p.id`.execute(tx)
  return rows
}

async function conventionsOf(
  tx: Tx,
  ctx: Context,
  activityId: string,
): Promise<Activity['conventions']> {
  const rows = await tx
    .selectFrom('activityConvention')
    .select(['id', 'number', 'startsOn', 'state', 'createdAt'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('activityId', '=', activityId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    startsOn: localDate(row.startsOn),
    state: stateOf(row.state),
    createdAt: row.createdAt.toISOString(),
  }))
}

export interface ConventionRow {
  id: string
  number: string
  activityId: string
  activity: string
  startsOn: string
  state: ConventionState
  terms: ConventionTerms
  createdAt: Date
  version: number
}

/** One convention; 404 in another cooperative. */
export async function conventionRow(
  tx: Tx,
  ctx: Context,
  conventionId: string,
): Promise<ConventionRow> {
  const { rows } = await sql<
    Omit<ConventionRow, 'state' | 'terms'> & { state: string; terms: unknown }
  >`
    select c.id, c.number, c.activity_id, a.name as activity, c.starts_on, c.state, c.terms, c.created_at, c.version
      from terreau.activity_convention c
      join terreau.activity a on a.cooperative_id = c.cooperative_id and a.id = c.activity_id
     where c.cooperative_id = ${ctx.cooperativeId} and c.id = ${conventionId}`.execute(tx)
  const row = found(rows[0])
  return { ...row, state: stateOf(row.state), terms: conventionTerms.parse(row.terms) }
}

/** The same, alone on it until the end of the transaction. */
export async function lockConvention(
  tx: Tx,
  ctx: Context,
  conventionId: string,
): Promise<ConventionRow> {
  const locked = await tx
    .selectFrom('activityConvention')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', conventionId)
    .forUpdate()
    .executeTakeFirst()
  found(locked)
  return conventionRow(tx, ctx, conventionId)
}

/** The page of a convention. */
export async function conventionView(
  tx: Tx,
  ctx: Context,
  conventionId: string,
): Promise<Convention> {
  const { createdAt, startsOn, ...row } = await conventionRow(tx, ctx, conventionId)
  const members = await partiesOf(tx, ctx, conventionId)
  const isDraft = row.state === 'draft'
  return {
    ...row,
    startsOn: localDate(startsOn),
    createdAt: createdAt.toISOString(),
    members: members.map(({ personId, name, sharePermille }) => ({
      personId,
      name,
      sharePermille,
    })),
    missing: isDraft ? missingClauses(row.terms, members) : [],
    signersWithoutEmail: await namesWithoutEmail(
      tx,
      ctx,
      isDraft ? members.map(({ personId }) => personId) : [],
    ),
  }
}

export interface Party extends Member {
  bornOn: string | null
  address: string
  email: string
}

/** Who a convention is between, the largest share first. */
export async function partiesOf(tx: Tx, ctx: Context, conventionId: string): Promise<Party[]> {
  const { rows } = await sql<Party>`
    select s.person_id, terreau.full_name(p.given_name, p.family_name) as name, s.share_permille,
           p.born_on, p.address, p.email
      from terreau.activity_convention_share s
      join terreau.person p on p.cooperative_id = s.cooperative_id and p.id = s.person_id
     where s.cooperative_id = ${ctx.cooperativeId} and s.convention_id = ${conventionId}
     order by s.share_permille desc, p.search_name, p.id`.execute(tx)
  return rows
}

function stateOf(text: string): ConventionState {
  return found(CONVENTION_STATES.find((state) => state === text))
}
