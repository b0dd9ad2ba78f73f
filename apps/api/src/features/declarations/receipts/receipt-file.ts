import type { Tx } from '../../../platform/db/transaction.ts'
import type { FileAnswer } from '../../../platform/http/mount.ts'
import { fileIds } from '../../../platform/own-person.ts'
import { found } from '../../../platform/problem-error.ts'
import { documentFile } from '../../documents/index.ts'

/** The bytes of a receipt: of one declaration for staff, of one's own declarations for a person. */
export async function receiptFile(
  tx: Tx,
  cooperativeId: string,
  asked: { receiptId: string } & ({ declarationId: string } | { personId: string }),
): Promise<FileAnswer> {
  const base = tx
    .selectFrom('receipt as r')
    .innerJoin('declaration as d', (join) =>
      join.onRef('d.cooperativeId', '=', 'r.cooperativeId').onRef('d.id', '=', 'r.declarationId'),
    )
    .select('r.documentId')
    .where('r.cooperativeId', '=', cooperativeId)
    .where('r.id', '=', asked.receiptId)
    .orderBy('d.sequence', 'desc')
    .limit(1)
  const row = await ('personId' in asked
    ? base.where('d.personId', 'in', fileIds(cooperativeId, asked.personId))
    : base.where('d.id', '=', asked.declarationId)
  ).executeTakeFirst()
  return documentFile(tx, cooperativeId, { documentId: found(row).documentId })
}
