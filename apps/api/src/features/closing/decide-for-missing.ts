import type { YearMonth } from '@terreau/domain/time/year-month'
import { actorLabel, type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation, type Outcome } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { contractInMonth } from '../contracts/index.ts'
import { acceptLocked, insertSent, lockDeclarations } from '../declarations/index.ts'
import { holdMonthOpen, isMonthClosed } from '../ledger/index.ts'

interface Missing {
  month: YearMonth
  activityId: string
  personId: string
}

interface Decision extends Missing {
  decision: 'nil' | 'postpone'
  reason: string
}

/**
 * Decides for somebody who declared nothing: an explicit zero, accepted at once, or a later month. An
 * absence is never turned into a zero by itself.
 */
export const decideForMissing = mutation<Decision, { declarationId: string | null }>({
  access: 'closing.close',
  async run(tx, ctx, input) {
    await refuseClosed(tx, ctx, input.month)
    return input.decision === 'nil' ? declareNil(tx, ctx, input) : postpone(tx, ctx, input)
  },
})

/** Takes back the decision to leave somebody out of the month. */
export const takeBackPostponement = mutation<Missing, void>({
  access: 'closing.close',
  async run(tx, ctx, { month, activityId, personId }) {
    await refuseClosed(tx, ctx, month)
    const deleted = await tx
      .deleteFrom('monthDecision')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('month', '=', month)
      .where('activityId', '=', activityId)
      .where('personId', '=', personId)
      .returning('reason')
      .executeTakeFirst()
    const before = { month, reason: found(deleted).reason }
    const entity = { kind: 'person', id: personId }
    return { value: undefined, audit: [{ action: 'month.postponement-withdrawn', entity, before }] }
  },
})

async function refuseClosed(tx: Tx, ctx: Context, month: YearMonth): Promise<void> {
  await holdMonthOpen(tx, ctx.cooperativeId, month)
  if (await isMonthClosed(tx, ctx.cooperativeId, month)) {
    throw new ProblemError('month-is-closed', { month })
  }
}

async function declareNil(
  tx: Tx,
  ctx: Context,
  { month, activityId, personId, reason }: Decision,
): Promise<Outcome<{ declarationId: string | null }>> {
  const contract = await contractInMonth(tx, ctx.cooperativeId, { personId, activityId, month })
  if (contract === null) throw new ProblemError('no-contract-in-month', { month })
  const { id, number } = await insertSent(tx, ctx, {
    activityId,
    personId,
    contractId: contract.id,
    month,
    concernsMonth: month,
    channel: 'decision',
    declaredBy: userIdOf(ctx),
    lines: { sales: [], expenses: [], trips: [] },
  })
  const [declaration] = await lockDeclarations(tx, ctx, [id])
  const { audit } = await acceptLocked(tx, ctx, found(declaration))
  const submitted = {
    action: 'declaration.submitted',
    entity: { kind: 'declaration', id },
    after: { number, channel: 'decision', isNil: true, reason },
  } as const
  return { value: { declarationId: id }, audit: [submitted, audit] }
}

async function postpone(
  tx: Tx,
  ctx: Context,
  { month, activityId, personId, reason }: Decision,
): Promise<Outcome<{ declarationId: string | null }>> {
  const member = await tx
    .selectFrom('activityMember')
    .select('personId')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('activityId', '=', activityId)
    .where('personId', '=', personId)
    .executeTakeFirst()
  found(member)
  const row = { month, activityId, personId, decision: 'postponed', reason }
  await tx
    .insertInto('monthDecision')
    .values({
      cooperativeId: ctx.cooperativeId,
      ...row,
      decidedBy: actorLabel(ctx.actor),
      decidedAt: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const entity = { kind: 'person', id: personId }
  const after = { month, activityId, reason }
  return {
    value: { declarationId: null },
    audit: [{ action: 'month.postponed', entity, after }],
  }
}
