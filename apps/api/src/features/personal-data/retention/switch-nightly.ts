import { userIdOf } from '../../../platform/context.ts'
import { mutation } from '../../../platform/mutation.ts'

/** Lets the night erase files that are over their length, or takes it back; with a reason, on record. */
export const switchNightly = mutation<{ isOn: boolean; reason: string }, void>({
  access: 'personal-data.manage',
  async run(tx, ctx, { isOn, reason }) {
    const { cooperativeId } = ctx
    const last = await tx
      .selectFrom('retentionSwitch')
      .select((eb) => eb.fn.max('n').as('n'))
      .where('cooperativeId', '=', cooperativeId)
      .executeTakeFirst()
    const n = (last?.n ?? 0) + 1
    await tx
      .insertInto('retentionSwitch')
      .values({ cooperativeId, n, isOn, reason, setBy: userIdOf(ctx), setAt: ctx.now })
      .execute()
    const entity = { kind: 'retention', id: 'nightly' }
    return {
      value: undefined,
      audit: [{ action: 'retention.switched', entity, after: { isOn, reason } }],
    }
  },
})
