import { documentKindRules } from '@terreau/domain/documents/kinds'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { fileIds } from '../../platform/own-person.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { documentHead } from './queries.ts'

/**
 * What the person sent about the right to work waits to be read: nothing else shows that it came. Of what was
 * refused before, the person is told no more.
 */
export async function markToRead(
  tx: Tx,
  ctx: Context,
  sent: { personId: string; documentId: string },
): Promise<void> {
  await endRefusals(tx, ctx, sent.personId)
  await tx
    .updateTable('document')
    .set({ toReadSince: ctx.now, refusal: '' })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', sent.documentId)
    .execute()
}

/** A paper that the person sent cannot be read: it waits no more, and its bytes stay as they would have. */
export async function refuseToRead(
  tx: Tx,
  ctx: Context,
  refused: { documentId: string; reason: string },
): Promise<{ personId: string }> {
  const head = await documentHead(tx, ctx.cooperativeId, refused.documentId)
  if (documentKindRules(head.kind).look !== 'right-to-work') found(null)
  const { numUpdatedRows } = await tx
    .updateTable('document')
    .set({ toReadSince: null, refusal: refused.reason, refusedSince: ctx.now })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', head.id)
    .where('toReadSince', 'is not', null)
    .executeTakeFirst()
  // A colleague has read it, or refused it, meanwhile.
  if (numUpdatedRows === 0n) throw new ProblemError('version-changed')
  return { personId: head.personId }
}

/** Staff recorded what the papers of a person say: none of them waits any more. */
export async function markRead(tx: Tx, ctx: Context, personId: string): Promise<void> {
  await endRefusals(tx, ctx, personId)
  await tx
    .updateTable('document')
    .set({ toReadSince: null })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', fileIds(ctx.cooperativeId, personId))
    .where('toReadSince', 'is not', null)
    .execute()
}

/** Why a paper was refused stays with it, for staff. */
async function endRefusals(tx: Tx, ctx: Context, personId: string): Promise<void> {
  await tx
    .updateTable('document')
    .set({ refusedSince: null })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('personId', 'in', fileIds(ctx.cooperativeId, personId))
    .where('refusedSince', 'is not', null)
    .execute()
}
