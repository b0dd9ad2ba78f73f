import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { FileAnswer } from '../../../platform/http/mount.ts'
import { found } from '../../../platform/problem-error.ts'
import { documentFile } from '../../documents/index.ts'

/** The bytes of a piece, as an attachment. */
export async function pieceFile(tx: Tx, ctx: Context, pieceId: string): Promise<FileAnswer> {
  const row = await tx
    .selectFrom('piece')
    .select('documentId')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', pieceId)
    .executeTakeFirst()
  const documentId = found(found(row).documentId)
  return documentFile(tx, ctx.cooperativeId, { documentId })
}
