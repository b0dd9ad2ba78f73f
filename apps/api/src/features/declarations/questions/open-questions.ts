import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { setState } from '../lock-declarations.ts'

/** Back to the queue once nothing is asked any more. */
export async function settleState(
  tx: Tx,
  ctx: Context,
  declaration: { id: string; state: string },
): Promise<'submitted' | 'question'> {
  const open = await tx
    .selectFrom('question')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('declarationId', '=', declaration.id)
    .where('answer', 'is', null)
    .where('withdrawnAt', 'is', null)
    .limit(1)
    .executeTakeFirst()
  const state = open === undefined ? 'submitted' : 'question'
  await setState(tx, ctx, declaration.id, state)
  return state
}
