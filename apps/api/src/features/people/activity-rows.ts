import type { ActivityShare } from '@terreau/domain/activities/shares'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { searchNameOf } from './search-name.ts'

export interface NewActivity {
  name: string
  vatRateBp: number
  fiscalHorsepower: number | null
}

/** An activity of one person, whole; the caller writes the journal. */
export async function insertActivity(
  tx: Tx,
  ctx: Context,
  activity: NewActivity & { activityId: string; personId: string },
): Promise<void> {
  await tx
    .insertInto('activity')
    .values({
      cooperativeId: ctx.cooperativeId,
      id: activity.activityId,
      name: activity.name.trim(),
      vatRateBp: activity.vatRateBp,
      fiscalHorsepower: activity.fiscalHorsepower,
    })
    .execute()
  await tx
    .insertInto('activityMember')
    .values({
      cooperativeId: ctx.cooperativeId,
      activityId: activity.activityId,
      personId: activity.personId,
    })
    .execute()
}

/**
 * Gives an activity to the people of its convention, in their shares. Who is no longer among them keeps
 * a share of nothing: the months behind them still name them. The shares are a whole (domain
 * `checkShares`), and the table looks at it again when the transaction commits.
 */
export async function setActivityShares(
  tx: Tx,
  ctx: Context,
  activityId: string,
  shares: readonly ActivityShare[],
): Promise<void> {
  const { cooperativeId } = ctx
  await tx
    .updateTable('activityMember')
    .set({ sharePermille: 0 })
    .where('cooperativeId', '=', cooperativeId)
    .where('activityId', '=', activityId)
    .execute()
  await tx
    .insertInto('activityMember')
    .values(shares.map((share) => ({ cooperativeId, activityId, ...share })))
    .onConflict((conflict) =>
      conflict
        .columns(['cooperativeId', 'activityId', 'personId'])
        .doUpdateSet((eb) => ({ sharePermille: eb.ref('excluded.sharePermille') })),
    )
    .execute()
  for (const { personId } of shares) await refreshSearchNames(tx, ctx, personId)
}

/** Everybody who shares an activity of this person is found by its new name. */
export async function refreshSearchNames(tx: Tx, ctx: Context, personId: string): Promise<void> {
  const rows = await tx
    .selectFrom('person as p')
    .innerJoin('activityMember as m', (join) =>
      join.onRef('m.cooperativeId', '=', 'p.cooperativeId').onRef('m.personId', '=', 'p.id'),
    )
    .innerJoin('activity as a', (join) =>
      join.onRef('a.cooperativeId', '=', 'm.cooperativeId').onRef('a.id', '=', 'm.activityId'),
    )
    .select(['p.id', 'p.familyName', 'p.givenName', 'p.email', 'p.phone'])
    .select((eb) => eb.fn.agg<string[]>('array_agg', ['a.name']).as('activityNames'))
    .where('p.cooperativeId', '=', ctx.cooperativeId)
    .where('p.id', 'in', (eb) =>
      eb
        .selectFrom('activityMember as mine')
        .innerJoin('activityMember as other', (join) =>
          join
            .onRef('other.cooperativeId', '=', 'mine.cooperativeId')
            .onRef('other.activityId', '=', 'mine.activityId'),
        )
        .select('other.personId')
        .where('mine.cooperativeId', '=', ctx.cooperativeId)
        .where('mine.personId', '=', personId),
    )
    .groupBy(['p.id', 'p.familyName', 'p.givenName', 'p.email', 'p.phone'])
    .execute()
  for (const row of rows) {
    await tx
      .updateTable('person')
      .set({ searchName: searchNameOf(row) })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', row.id)
      .execute()
  }
}
