import { ownPart } from '@terreau/domain/activities/own-part'
import { type Cents, sumCents } from '@terreau/domain/money/cents'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds, ownPersonId, ownPersonIds } from '../../platform/own-person.ts'
import { changesOf } from './months-of.ts'
import { sharesHistories } from './shares-history.ts'

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
  const histories = await sharesHistories(tx, ctx.cooperativeId, [activityId])
  const history = histories.get(activityId) ?? []
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
    select m.person_id, terreau.full_name(p.given_name, p.family_name) as name, m.share_permille
      from terreau.activity_member m
      join terreau.person p on p.cooperative_id = m.cooperative_id and p.id = m.person_id
     where m.cooperative_id = ${ctx.cooperativeId} and m.activity_id = ${activityId}
     order by m.share_permille desc, p.search_name, p.id`.execute(tx)
  return rows
}
