import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { readFile } from '../../../platform/files/store.ts'
import type { FileAnswer } from '../../../platform/http/mount.ts'
import { found } from '../../../platform/problem-error.ts'

/** The bytes of a piece, as an attachment. */
export async function pieceFile(tx: Tx, ctx: Context, pieceId: string): Promise<FileAnswer> {
  const row = await tx
    .selectFrom('piece')
    .select('fileId')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', pieceId)
    .executeTakeFirst()
  const { mediaType, fileName, bytes } = await readFile(
    tx,
    ctx.cooperativeId,
    found(found(row).fileId),
  )
  return { mediaType, fileName, bytes }
}
