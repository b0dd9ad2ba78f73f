import type { Tx } from '../../../platform/db/transaction.ts'

export interface ReceiptRow {
  id: string
  lineId: string
  documentId: string
  mediaType: string
  fileName: string
}

/** The receipts of a declaration, oldest first, without their bytes. */
export async function receiptsOf(
  tx: Tx,
  cooperativeId: string,
  declarationId: string,
): Promise<ReceiptRow[]> {
  return tx
    .selectFrom('receipt as r')
    .innerJoin('documentVersion as v', (join) =>
      join
        .onRef('v.cooperativeId', '=', 'r.cooperativeId')
        .onRef('v.documentId', '=', 'r.documentId')
        .on('v.version', '=', 1),
    )
    .innerJoin('storedFile as f', (join) =>
      join.onRef('f.cooperativeId', '=', 'v.cooperativeId').onRef('f.id', '=', 'v.fileId'),
    )
    .select(['r.id', 'r.lineId', 'r.documentId', 'f.mediaType', 'f.fileName'])
    .where('r.cooperativeId', '=', cooperativeId)
    .where('r.declarationId', '=', declarationId)
    .orderBy('r.addedAt')
    .orderBy('r.id')
    .execute()
}

/** The lines of a declaration that have a receipt. */
export async function receiptLineIds(
  tx: Tx,
  cooperativeId: string,
  declarationId: string,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('receipt')
    .select('lineId')
    .distinct()
    .where('cooperativeId', '=', cooperativeId)
    .where('declarationId', '=', declarationId)
    .execute()
  return new Set(rows.map((row) => row.lineId))
}
