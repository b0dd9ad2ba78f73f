import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/**
 * Takes back contracts that a file brought. They were signed elsewhere and nobody signed them here: the
 * record is withdrawn, the contract itself is not ended. The caller writes the journal.
 */
export async function withdrawImportedContracts(
  tx: Tx,
  ctx: Pick<Context, 'cooperativeId'>,
  contractIds: readonly string[],
): Promise<void> {
  if (contractIds.length === 0) return
  await tx
    .updateTable('contract')
    .set((eb) => ({ state: 'cancelled', version: eb('version', '+', 1) }))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', 'in', [...contractIds])
    .execute()
}
