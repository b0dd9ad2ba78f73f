import type { Context } from '../context.ts'
import { enterCooperative, inTransaction, type Tx } from '../db/transaction.ts'
import type { FileStream } from '../http/mount.ts'
import type { Services } from '../services.ts'
import { createArchive } from './archive.ts'
import { readFile } from './store.ts'

const FILES_AT_ONCE = 10

/** Kept files in one ZIP, read and sent a few at a time: its size never stands in memory. */
export function filesArchive(
  services: Services,
  { cooperativeId }: Context,
  of: { fileName: string; fileIds: readonly string[] },
): FileStream {
  return {
    mediaType: 'application/zip',
    fileName: of.fileName,
    async *chunks() {
      const archive = createArchive()
      for (let at = 0; at < of.fileIds.length; at += FILES_AT_ONCE) {
        const ids = of.fileIds.slice(at, at + FILES_AT_ONCE)
        const files = await inTransaction(services.db, async (own) => {
          await enterCooperative(own, cooperativeId)
          return readKept(own, cooperativeId, ids)
        })
        for (const { fileName, bytes } of files) archive.addFile(fileName, bytes)
        yield archive.take()
      }
      archive.end()
      yield archive.take()
    },
  }
}

/** Erased documents are left out: their bytes are no more. */
async function readKept(tx: Tx, cooperativeId: string, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('storedFile')
    .select('id')
    .where('cooperativeId', '=', cooperativeId)
    .where('id', 'in', [...ids])
    .where('erasedAt', 'is', null)
    .execute()
  const kept = new Set(rows.map((row) => row.id))
  const files = []
  for (const id of ids) if (kept.has(id)) files.push(await readFile(tx, cooperativeId, id))
  return files
}
