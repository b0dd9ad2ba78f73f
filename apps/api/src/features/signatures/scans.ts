import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { readFile } from '../../platform/files/store.ts'
import type { FileAnswer } from '../../platform/http/mount.ts'
import { found } from '../../platform/problem-error.ts'

/** The sheet that came in last for a party, and who took it in. */
export async function lastScan(tx: Tx, ctx: Context, requestId: string, position: number) {
  const row = await tx
    .selectFrom('signatureAct')
    .select(['fileId', 'signedOn', 'userId'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('requestId', '=', requestId)
    .where('position', '=', position)
    .where('act', '=', 'handed_in')
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const { fileId, signedOn, userId } = found(row)
  return { fileId: found(fileId), signedOn: found(signedOn), userId }
}

/** Its bytes, as they were kept. */
export async function scanFile(
  tx: Tx,
  ctx: Context,
  of: { signatureId: string; position: number },
): Promise<FileAnswer> {
  const scan = await lastScan(tx, ctx, of.signatureId, of.position)
  return { ...(await readFile(tx, ctx.cooperativeId, scan.fileId)), isInline: true }
}
