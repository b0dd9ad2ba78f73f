import { conventionTransition } from '@terreau/domain/activities/convention'
import { mutation } from '../../platform/mutation.ts'
import { refuse } from '../../platform/problem-error.ts'
import { lockConvention } from './queries.ts'
import { setConventionState } from './set-convention-state.ts'

/** Drops a convention before it is in force. It keeps its number. */
export const cancelConvention = mutation<
  { conventionId: string; reason: string },
  Record<string, never>
>({
  access: 'contract.create',
  async run(tx, ctx, { conventionId, reason }) {
    const convention = await lockConvention(tx, ctx, conventionId)
    const next = conventionTransition(convention.state, 'cancel')
    if (!next.ok) refuse(next.refusal)
    await setConventionState(tx, ctx, convention, next.value)
    return {
      value: {},
      audit: [
        {
          action: 'convention.cancelled',
          entity: { kind: 'convention', id: conventionId },
          before: { state: convention.state },
          after: { reason },
        },
      ],
    }
  },
})
