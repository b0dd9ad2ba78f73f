import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { readFile, storeFile } from '../../../platform/files/store.ts'
import type { FileAnswer } from '../../../platform/http/mount.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'
import type { SafeFile } from '../../../platform/uploads/inspect-upload.ts'
import { contractRow } from '../contract-row.ts'

/** A proof as somebody gave it: a photo or a PDF that was looked at before it came here. */
export interface Proof {
  file: SafeFile
}

/** Keeps the proof of an act with the contract. */
export async function keepProof(tx: Tx, ctx: Context, { file }: Proof): Promise<string> {
  return (await storeFile(tx, ctx, file)).id
}

/** An act that was done bears a day that has come. */
export function refuseFuture(ctx: Context, day: string, pointer: string): void {
  if (day <= ctx.today) return
  const code = 'date-in-the-future'
  throw new ProblemError(code, undefined, [{ pointer, code }])
}

/** A proof or paper of this contract; of another contract, or none, 404. */
export async function contractPaper(
  tx: Tx,
  ctx: Context,
  { contractId, fileId }: { contractId: string; fileId: string },
): Promise<FileAnswer> {
  await contractRow(tx, ctx, contractId)
  const owned = await tx
    .selectFrom('contractNotice')
    .select('fileId')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('contractId', '=', contractId)
    .where('fileId', '=', fileId)
    .union(
      tx
        .selectFrom('contractExitStep')
        .select((eb) => eb.ref('fileId').$notNull().as('fileId'))
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('contractId', '=', contractId)
        .where('fileId', '=', fileId),
    )
    .union(
      tx
        .selectFrom('contract')
        .select((eb) => eb.ref('associateFileId').$notNull().as('fileId'))
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', contractId)
        .where('associateFileId', '=', fileId),
    )
    .executeTakeFirst()
  return readFile(tx, ctx.cooperativeId, found(owned).fileId)
}
