import type { ErasureRefusal } from '@terreau/domain/retention/erasure-refusals'
import { userIdOf } from '../../../platform/context.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found } from '../../../platform/problem-error.ts'

/**
 * Answers a request to be erased with the reason why nothing is erased now, within the month of GDPR art. 12.4.
 * The person reads it on their phone, with the right to complain; they may ask again.
 */
export const refuseErasure = mutation<{ personId: string; refusal: ErasureRefusal }, undefined>({
  access: 'personal-data.manage',
  async run(tx, ctx, { personId, refusal }) {
    found(
      await tx
        .updateTable('erasureRequest')
        .set({ answeredAt: ctx.now, answeredBy: userIdOf(ctx), refusal })
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('personId', '=', personId)
        .where('answeredAt', 'is', null)
        .returning('id')
        .executeTakeFirst(),
    )
    const entity = { kind: 'person', id: personId }
    return {
      value: undefined,
      audit: [{ action: 'erasure.refused', entity, after: { refusal } }],
    }
  },
})
