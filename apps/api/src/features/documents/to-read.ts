import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'

/** What the person sent about the right to work waits to be read: nothing else shows that it came. */
export async function markToRead(tx: Tx, ctx: Context, documentId: string): Promise<void> {
  await tx
    .updateTable('document')
    .set({ toReadSince: ctx.now })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', documentId)
    .execute()
}

/** Staff recorded what the papers of a person say: none of them waits any more. */
export async function markRead(tx: Tx, ctx: Context, personId: string): Promise<void> {
  await tx
    .updateTable('document')
    .set({ toReadSince: null })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', fileIds(ctx.cooperativeId, personId))
    .where('toReadSince', 'is not', null)
    .execute()
}
