import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import type { Tx } from '../db/transaction.ts'
import { enqueue } from '../jobs/queue.ts'
import { found, ProblemError } from '../problem-error.ts'
import { sha256 } from '../secrets.ts'
import type { SafeFile } from '../uploads/inspect-upload.ts'
import { scanFileJob } from './scan-file.job.ts'

export interface StoredFile {
  id: string
  mediaType: string
  fileName: string
  bytes: Uint8Array
  sha256: Buffer
}

/**
 * Keeps bytes for ever, in the same transaction as the row that speaks of them. What came from outside says
 * what the antivirus found: as long as it did not answer, nobody reads the bytes.
 */
export async function storeFile(
  tx: Tx,
  ctx: Context,
  file: { mediaType: string; fileName: string; bytes: Uint8Array; scan?: SafeFile['scan'] },
): Promise<{ id: string; sha256: Buffer }> {
  const [stored] = await storeFiles(tx, ctx, [file])
  if (stored === undefined) throw new Error('a file was given')
  await noteScan(tx, ctx, stored.id, file.scan ?? 'none')
  return stored
}

/** Keeps documents that were drawn here, in one statement; the answers come in the same order. */
export async function storeFiles(
  tx: Tx,
  ctx: Context,
  files: readonly { mediaType: string; fileName: string; bytes: Uint8Array }[],
): Promise<{ id: string; sha256: Buffer }[]> {
  const stored = files.map(({ mediaType, fileName, bytes }) => ({
    cooperativeId: ctx.cooperativeId,
    id: randomUUID(),
    sha256: sha256(bytes),
    mediaType,
    fileName,
    bytes: Buffer.from(bytes),
    createdBy: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
  }))
  if (stored.length > 0) await tx.insertInto('storedFile').values(stored).execute()
  return stored.map(({ id, sha256: hash }) => ({ id, sha256: hash }))
}

async function noteScan(tx: Tx, ctx: Context, fileId: string, scan: SafeFile['scan']) {
  if (scan === 'none') return
  const { cooperativeId, now } = ctx
  const scannedAt = scan === 'clean' ? now : null
  await tx
    .insertInto('fileScan')
    .values({ cooperativeId, fileId, state: scan, scannedAt })
    .execute()
  if (scan === 'waiting') await enqueue(tx, scanFileJob.queue({ cooperativeId, fileId }))
}

/**
 * The bytes exactly as they were stored. The caller has checked that the reader may see them. Refused as long
 * as the antivirus has not answered, for ever when it found something, and once the bytes were erased.
 */
export async function readFile(tx: Tx, cooperativeId: string, fileId: string): Promise<StoredFile> {
  const row = await tx
    .selectFrom('storedFile as f')
    .leftJoin('fileScan as s', (join) =>
      join.onRef('s.cooperativeId', '=', 'f.cooperativeId').onRef('s.fileId', '=', 'f.id'),
    )
    .select(['f.id', 'f.mediaType', 'f.fileName', 'f.bytes', 'f.sha256', 'f.erasedAt', 's.state'])
    .where('f.cooperativeId', '=', cooperativeId)
    .where('f.id', '=', fileId)
    .executeTakeFirst()
  const { state, erasedAt, ...file } = found(row)
  if (erasedAt !== null) throw new ProblemError('file-erased')
  if (state === 'waiting') throw new ProblemError('file-in-quarantine')
  if (state === 'infected') throw new ProblemError('file-dangerous')
  return file
}
