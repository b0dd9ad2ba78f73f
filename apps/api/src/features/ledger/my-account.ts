import { ZERO } from '@terreau/domain/money/cents'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ownPersonId } from '../../platform/own-person.ts'
import { found } from '../../platform/problem-error.ts'
import { balancesOf, balancesOn } from './account-of.ts'
import { monthsAround, monthsOf } from './months-of.ts'
import { sharedWith } from './shared-with.ts'
import { activitiesOf } from './views.ts'

/** What the person who is signed in has, activity by activity. */
export async function myAccounts(tx: Tx, ctx: Context) {
  const activities = await activitiesOf(tx, ctx.cooperativeId, ownPersonId(ctx))
  const ids = activities.map((activity) => activity.id)
  const balances = await balancesOf(tx, ctx.cooperativeId, ids)
  const accounts = []
  for (const activity of activities) {
    const page = await monthsOf(tx, ctx.cooperativeId, activity.id)
    const { first } = await monthsAround(tx, ctx.cooperativeId, activity.id, undefined)
    accounts.push({
      activityId: activity.id,
      activityName: activity.name,
      balanceCents: balances.get(activity.id) ?? ZERO,
      shared: await sharedWith(tx, ctx, activity.id),
      ...page,
      firstMonth: first,
    })
  }
  return accounts
}

/** What the activities of the person who is signed in had at the end of a day. */
export async function myAccountsOn(tx: Tx, ctx: Context, day: LocalDate) {
  const activities = await activitiesOf(tx, ctx.cooperativeId, ownPersonId(ctx))
  const ids = activities.map((activity) => activity.id)
  const balances = await balancesOn(tx, ctx.cooperativeId, ids, day)
  return activities.map(({ id, name }) => ({
    activityId: id,
    activityName: name,
    balanceCents: balances.get(id) ?? ZERO,
  }))
}

/** The activity that was asked for, if it is one of hers; else her first one. Otherwise 404. */
export async function myActivityId(
  tx: Tx,
  ctx: Context,
  wanted: string | undefined,
): Promise<string> {
  const activities = await activitiesOf(tx, ctx.cooperativeId, ownPersonId(ctx))
  const own = wanted === undefined ? activities[0] : activities.find((one) => one.id === wanted)
  return found(own).id
}
