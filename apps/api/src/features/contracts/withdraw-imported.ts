import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { refreshClocks } from '../clocks/index.ts'

/**
 * Takes back contracts that a file brought. They were signed elsewhere and nobody signed them here: the
 * record is withdrawn, the contract itself is not ended. The caller writes the journal.
 */
export async function withdrawImportedContracts(
  tx: Tx,
  ctx: Pick<Context, 'cooperativeId' | 'today' | 'zone'>,
  contractIds: readonly string[],
): Promise<void> {
  if (contractIds.length === 0) return
  const withdrawn = await tx
    .updateTable('contract')
    .set((eb) => ({ state: 'cancelled', version: eb('version', '+', 1) }))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', 'in', [...contractIds])
    .returning('personId')
    .execute()
  const personIds = new Set(withdrawn.map(({ personId }) => personId))
  for (const personId of personIds) await refreshClocks(tx, ctx, personId)
}
