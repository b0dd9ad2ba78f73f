import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { found } from '../problem-error.ts'
import { sha256 } from '../secrets.ts'

export interface StoredFile {
  id: string
  mediaType: string
  fileName: string
  bytes: Uint8Array
  sha256: Buffer
}

/** Keeps bytes for ever, in the same transaction as the row that speaks of them. */
export async function storeFile(
  tx: Tx,
  ctx: Context,
  file: { mediaType: string; fileName: string; bytes: Uint8Array },
): Promise<{ id: string; sha256: Buffer }> {
  const id = randomUUID()
  const hash = sha256(file.bytes)
  await tx
    .insertInto('storedFile')
    .values({
      cooperativeId: ctx.cooperativeId,
      id,
      sha256: hash,
      mediaType: file.mediaType,
      fileName: file.fileName,
      bytes: Buffer.from(file.bytes),
      createdBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
    })
    .execute()
  return { id, sha256: hash }
}

/** The bytes exactly as they were stored. The caller has checked that the reader may see them. */
export async function readFile(tx: Tx, cooperativeId: string, fileId: string): Promise<StoredFile> {
  const row = await tx
    .selectFrom('storedFile')
    .select(['id', 'mediaType', 'fileName', 'bytes', 'sha256'])
    .where('cooperativeId', '=', cooperativeId)
    .where('id', '=', fileId)
    .executeTakeFirst()
  return found(row)
}
