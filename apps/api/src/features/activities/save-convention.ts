import { randomUUID } from 'node:crypto'
import { conventionTransition } from '@terreau/domain/activities/convention'
import { type ActivityShare, checkShares } from '@terreau/domain/activities/shares'
import type { activitiesEndpoints } from '@terreau/protocol/activities'
import type { HandlerInput, HandlerOutput } from '@terreau/protocol/endpoint'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { nextNumber } from '../../platform/numbers/next-number.ts'
import { found, ProblemError, refuse } from '../../platform/problem-error.ts'
import { lockConvention } from './queries.ts'

type Draft = (typeof activitiesEndpoints)[2]
type Body = HandlerInput<Draft>['body']

/** Drafts the convention of an activity. One at a time: a second draft would only hide the first. */
export const draftConvention = mutation<Body & { activityId: string }, HandlerOutput<Draft>>({
  access: 'contract.create',
  async run(tx, ctx, { activityId, shares, terms, startsOn }) {
    await lockActivity(tx, ctx, activityId)
    await acceptShares(tx, ctx, shares)
    const id = randomUUID()
    const n = await nextNumber(tx, ctx, 'activity-convention', 0)
    const number = `CONV-${n.toString().padStart(4, '0')}`
    await tx
      .insertInto('activityConvention')
      .values({
        cooperativeId: ctx.cooperativeId,
        id,
        number,
        activityId,
        startsOn,
        state: 'draft',
        terms: JSON.stringify(terms),
        createdAt: ctx.now,
      })
      .execute()
    await insertShares(tx, ctx, id, shares)
    return {
      value: { id, number },
      audit: [
        {
          action: 'convention.drafted',
          entity: { kind: 'convention', id },
          after: { number, activityId, startsOn, shares: sharesById(shares) },
        },
      ],
    }
  },
})

/** Changes a draft over the version that was read. */
export const editConvention = mutation<Body & { conventionId: string }, { version: number }>({
  access: 'contract.create',
  async run(tx, ctx, { conventionId, shares, terms, startsOn }) {
    const convention = await lockConvention(tx, ctx, conventionId)
    if (convention.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    // Only a draft may still be sent, and so changed: what somebody is reading to sign stays as it is.
    const next = conventionTransition(convention.state, 'send')
    if (!next.ok) refuse({ ...next.refusal, params: { state: convention.state, act: 'edit' } })
    await acceptShares(tx, ctx, shares)
    const version = convention.version + 1
    await tx
      .updateTable('activityConvention')
      .set({ startsOn, terms: JSON.stringify(terms), version })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', conventionId)
      .execute()
    await tx
      .deleteFrom('activityConventionShare')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('conventionId', '=', conventionId)
      .execute()
    await insertShares(tx, ctx, conventionId, shares)
    return {
      value: { version },
      audit: [
        {
          action: 'convention.edited',
          entity: { kind: 'convention', id: conventionId },
          after: { startsOn, shares: sharesById(shares) },
        },
      ],
    }
  },
})

async function lockActivity(tx: Tx, ctx: Context, activityId: string): Promise<void> {
  const row = await tx
    .selectFrom('activity')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', activityId)
    .where('archivedAt', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  found(row)
}

/** Refuses shares that do not make a whole, and people of nowhere. */
async function acceptShares(tx: Tx, ctx: Context, shares: readonly ActivityShare[]): Promise<void> {
  const checked = checkShares(shares)
  if (!checked.ok) {
    const { code, params } = checked.refusal
    throw new ProblemError(code, params, [{ pointer: '/body/shares', code, params }])
  }
  const known = await tx
    .selectFrom('person')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('archivedAt', 'is', null)
    .where(
      'id',
      'in',
      shares.map((share) => share.personId),
    )
    .execute()
  if (known.length < shares.length) throw new ProblemError('not-found')
}

async function insertShares(
  tx: Tx,
  ctx: Context,
  conventionId: string,
  shares: readonly ActivityShare[],
): Promise<void> {
  const { cooperativeId } = ctx
  await tx
    .insertInto('activityConventionShare')
    .values(shares.map((share) => ({ cooperativeId, conventionId, ...share })))
    .execute()
}

function sharesById(shares: readonly ActivityShare[]): Record<string, number> {
  return Object.fromEntries(shares.map((share) => [share.personId, share.sharePermille]))
}
