import { ownPart, type SharesSince } from '@terreau/domain/activities/own-part'
import { WHOLE_PERMILLE } from '@terreau/domain/activities/shares'
import { type Cents, sumCents } from '@terreau/domain/money/cents'
import { localDate } from '@terreau/domain/time/local-date'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds, ownPersonId, ownPersonIds } from '../../platform/own-person.ts'
import { changesOf } from './months-of.ts'

/**
 * Whom the person who is signed in shares an activity with, and what is theirs of its balance, to the
 * cent. Null when the activity never was anybody else's.
 */
export async function sharedWith(
  tx: Tx,
  ctx: Context,
  activityId: string,
): Promise<{ sharePermille: number; others: string[]; ownCents: Cents } | null> {
  const own = ownPersonIds(ctx)
  const members = await membersOf(tx, ctx, activityId)
  const mine = members.filter((member) => own.includes(member.personId))
  if (members.length < 2 || mine.length === members.length) return null
  const history = await sharesHistory(tx, ctx, activityId)
  const months = await changesOf(tx, ctx.cooperativeId, activityId)
  const others = members.filter((member) => !mine.includes(member) && member.sharePermille > 0)
  return {
    sharePermille: mine.reduce((sum, member) => sum + member.sharePermille, 0),
    others: others.map((member) => member.name),
    ownCents: sumCents(own.map((personId) => ownPart(months, history, personId))),
  }
}

/**
 * The account of a shared activity is everybody's, a declaration is not: its lines keep their totals and
 * lose the way to what somebody else declared, with their receipts.
 */
export async function ownLinesOnly<
  View extends { activityId: string; lines: { declarationId: string | null }[] },
>(tx: Tx, ctx: Context, view: View): Promise<View> {
  const shown = new Set(view.lines.flatMap((line) => line.declarationId ?? []))
  if (shown.size === 0) return view
  const mine = await tx
    .selectFrom('declaration')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', 'in', [...shown])
    .where('personId', 'in', fileIds(ctx.cooperativeId, ownPersonId(ctx)))
    .execute()
  const own = new Set(mine.map((row) => row.id))
  const lines = view.lines.map((line) => ({
    ...line,
    declarationId: own.has(line.declarationId ?? '') ? line.declarationId : null,
  }))
  return { ...view, lines }
}

async function membersOf(tx: Tx, ctx: Context, activityId: string) {
  const { rows } = await sql<{ personId: string; name: string; sharePermille: number }>`
    select m.person_id, p.given_name || ' ' || p.family_name as name, m.share_permille
      from terreau.activity_member m
      join terreau.person p on p.cooperative_id = m.cooperative_id and p.id = m.person_id
     where m.cooperative_id = ${ctx.cooperativeId} and m.activity_id = ${activityId}
     order by m.share_permille desc, p.search_name, p.id`.execute(tx)
  return rows
}

/** The one who began the activity, then each convention that was signed, oldest first. */
async function sharesHistory(tx: Tx, ctx: Context, activityId: string): Promise<SharesSince[]> {
  const { rows } = await sql<{
    startsOn: string
    personId: string
    sharePermille: number
    id: string
  }>`
    select c.id, c.starts_on, s.person_id, s.share_permille
      from terreau.activity_convention c
      join terreau.activity_convention_share s on s.cooperative_id = c.cooperative_id and s.convention_id = c.id
     where c.cooperative_id = ${ctx.cooperativeId} and c.activity_id = ${activityId}
       and c.state in ('in_force', 'replaced')
     order by c.starts_on, c.created_at, c.id, s.person_id`.execute(tx)
  const conventions = new Map<
    string,
    { from: SharesSince['from']; shares: SharesSince['shares'][number][] }
  >()
  for (const { id, startsOn, personId, sharePermille } of rows) {
    const known = conventions.get(id) ?? { from: localDate(startsOn), shares: [] }
    known.shares.push({ personId, sharePermille })
    conventions.set(id, known)
  }
  return [...(await beginning(tx, ctx, activityId)), ...conventions.values()]
}

/** Before any convention an activity is whole: of the person with its earliest contract. */
async function beginning(tx: Tx, ctx: Context, activityId: string): Promise<SharesSince[]> {
  const first = await tx
    .selectFrom('contract')
    .select('personId')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('activityId', '=', activityId)
    .where('state', '<>', 'cancelled')
    .orderBy('startsOn')
    .orderBy('createdAt')
    .limit(1)
    .executeTakeFirst()
  if (first === undefined) return []
  const whole = { personId: first.personId, sharePermille: WHOLE_PERMILLE }
  return [{ from: localDate('1900-01-01'), shares: [whole] }]
}
