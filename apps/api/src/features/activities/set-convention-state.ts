import type { ConventionState } from '@terreau/domain/activities/convention'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** Moves a locked convention to a state that the domain allowed. */
export async function setConventionState(
  tx: Tx,
  ctx: Context,
  convention: { id: string; version: number },
  state: ConventionState,
): Promise<void> {
  await tx
    .updateTable('activityConvention')
    .set({ state, version: convention.version + 1 })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', convention.id)
    .execute()
}
