import { randomUUID } from 'node:crypto'
import { userIdOf } from '../../../platform/context.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import { personExists } from '../../people/index.ts'

/** Keeps everything of a person while a dispute lasts (GDPR art. 17.3 e): nothing is erased under a hold. */
export const placeHold = mutation<{ personId: string; reason: string }, { holdId: string }>({
  access: 'personal-data.manage',
  async run(tx, ctx, { personId, reason }) {
    await personExists(tx, ctx, personId)
    const holdId = randomUUID()
    const { cooperativeId, now } = ctx
    const placed = await tx
      .insertInto('legalHold')
      .values({
        cooperativeId,
        id: holdId,
        personId,
        reason,
        placedBy: userIdOf(ctx),
        placedAt: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (placed.numInsertedOrUpdatedRows === 0n) throw new ProblemError('hold-stands')
    const entity = { kind: 'person', id: personId }
    return {
      value: { holdId },
      audit: [{ action: 'hold.placed', entity, after: { holdId, reason } }],
    }
  },
})

/** Ends a hold with its reason; from then on the usual lengths count again. */
export const liftHold = mutation<{ holdId: string; reason: string }, void>({
  access: 'personal-data.manage',
  async run(tx, ctx, { holdId, reason }) {
    const lifted = await tx
      .updateTable('legalHold')
      .set({ liftReason: reason, liftedBy: userIdOf(ctx), liftedAt: ctx.now })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', holdId)
      .where('liftedAt', 'is', null)
      .returning('personId')
      .executeTakeFirst()
    const { personId } = found(lifted)
    const entity = { kind: 'person', id: personId }
    return {
      value: undefined,
      audit: [{ action: 'hold.lifted', entity, after: { holdId, reason } }],
    }
  },
})
