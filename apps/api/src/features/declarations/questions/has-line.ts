import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'

/** Whether a declaration has this line: a sale, an expense or a trip. */
export async function hasLine(
  tx: Tx,
  ctx: Context,
  declarationId: string,
  lineId: string,
): Promise<boolean> {
  for (const table of ['saleLine', 'expenseLine', 'tripLine'] as const) {
    const row = await tx
      .selectFrom(table)
      .select('id')
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('declarationId', '=', declarationId)
      .where('id', '=', lineId)
      .executeTakeFirst()
    if (row !== undefined) return true
  }
  return false
}
