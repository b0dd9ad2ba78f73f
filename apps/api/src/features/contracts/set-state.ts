import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { refreshClocks } from '../clocks/index.ts'
import type { StoredContractState } from './insert-contract.ts'

/** Moves a locked contract to a state that the domain allowed. */
export async function setState(
  tx: Tx,
  ctx: Context,
  contract: { id: string; personId: string; version: number },
  state: StoredContractState,
): Promise<void> {
  await tx
    .updateTable('contract')
    .set({
      state,
      // Concluded once the cooperative has signed too (C. trav. R5142-1 counts from there).
      ...(state === 'active' ? { concludedOn: ctx.today } : {}),
      version: contract.version + 1,
    })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', contract.id)
    .execute()
  await refreshClocks(tx, ctx, contract.personId)
}
