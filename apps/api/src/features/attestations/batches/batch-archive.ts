import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { filesArchive } from '../../../platform/files/files-archive.ts'
import type { FileStream } from '../../../platform/http/mount.ts'
import type { Services } from '../../../platform/services.ts'
import { batchSummary } from './batch-views.ts'

/** The documents of a batch in one ZIP, in the order of their numbers. */
export async function batchArchive(
  services: Services,
  ctx: Context,
  tx: Tx,
  batchId: string,
): Promise<FileStream> {
  const { cooperativeId } = ctx
  const { kind, createdAt } = await batchSummary(tx, cooperativeId, batchId)
  const rows = await tx
    .selectFrom('attestationBatchItem as i')
    .innerJoin('attestation as a', (join) =>
      join.onRef('a.cooperativeId', '=', 'i.cooperativeId').onRef('a.id', '=', 'i.attestationId'),
    )
    .select('a.fileId')
    .where('i.cooperativeId', '=', cooperativeId)
    .where('i.batchId', '=', batchId)
    .orderBy('a.year')
    .orderBy('a.n')
    .execute()
  return filesArchive(services, ctx, {
    fileName: `${kind}-${createdAt.slice(0, 10)}.zip`,
    fileIds: rows.map((row) => row.fileId),
  })
}
