import type { Context } from '../../../platform/context.ts'
import { enterCooperative, inTransaction, type Tx } from '../../../platform/db/transaction.ts'
import { createArchive } from '../../../platform/files/archive.ts'
import { readFile } from '../../../platform/files/store.ts'
import type { FileStream } from '../../../platform/http/mount.ts'
import type { Services } from '../../../platform/services.ts'
import { batchDetail } from './batch-views.ts'

const FILES_AT_ONCE = 10

/** The documents of a batch in one ZIP, read and sent a few at a time: its size never stands in memory. */
export async function batchArchive(
  services: Services,
  ctx: Context,
  tx: Tx,
  batchId: string,
): Promise<FileStream> {
  const { cooperativeId } = ctx
  const { items, kind, createdAt } = await batchDetail(tx, cooperativeId, batchId)
  const issued = items.flatMap(({ attestationId }) =>
    attestationId === null ? [] : [attestationId],
  )
  return {
    mediaType: 'application/zip',
    fileName: `${kind}-${createdAt.slice(0, 10)}.zip`,
    async *chunks() {
      const archive = createArchive()
      for (let at = 0; at < issued.length; at += FILES_AT_ONCE) {
        const ids = issued.slice(at, at + FILES_AT_ONCE)
        const files = await inTransaction(
          services.db,
          async (own) => {
            await enterCooperative(own, cooperativeId)
            return readDocuments(own, cooperativeId, ids)
          },
          { guard: false, mayRetry: true },
        )
        for (const { fileName, bytes } of files) archive.addFile(fileName, bytes)
        yield archive.take()
      }
      archive.end()
      yield archive.take()
    },
  }
}

/** Erased documents are left out: their bytes are no more. */
async function readDocuments(tx: Tx, cooperativeId: string, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('attestation as a')
    .innerJoin('storedFile as f', (join) =>
      join.onRef('f.cooperativeId', '=', 'a.cooperativeId').onRef('f.id', '=', 'a.fileId'),
    )
    .select('f.id')
    .where('a.cooperativeId', '=', cooperativeId)
    .where('a.id', 'in', [...ids])
    .where('f.erasedAt', 'is', null)
    .orderBy('a.year')
    .orderBy('a.n')
    .execute()
  const files = []
  for (const { id } of rows) files.push(await readFile(tx, cooperativeId, id))
  return files
}
