import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import type { FileAnswer } from '../../../platform/http/mount.ts'
import { found } from '../../../platform/problem-error.ts'
import { documentFile } from '../../documents/index.ts'

/** The bytes of a piece, as an attachment: what waits to be read, else what counts. */
export async function pieceFile(tx: Tx, ctx: Context, pieceId: string): Promise<FileAnswer> {
  const row = await tx
    .selectFrom('piece')
    .select(['documentId', 'state', 'refusal'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', pieceId)
    .executeTakeFirst()
  const { documentId, state, refusal } = found(row)
  const isRefusedBeside = state === 'accepted' && refusal !== null
  const version = isRefusedBeside ? await acceptedVersion(tx, ctx, pieceId) : undefined
  const asked = { documentId: found(documentId), ...(version === undefined ? {} : { version }) }
  return documentFile(tx, ctx.cooperativeId, asked)
}

/** The version that was accepted: the last one received before that. */
async function acceptedVersion(tx: Tx, ctx: Context, pieceId: string): Promise<number | undefined> {
  const received = await tx
    .selectFrom('pieceAct as a')
    .select('a.documentVersion')
    .where('a.cooperativeId', '=', ctx.cooperativeId)
    .where('a.pieceId', '=', pieceId)
    .where('a.act', '=', 'receive')
    .where('a.n', '<', (eb) =>
      eb
        .selectFrom('pieceAct as b')
        .select((of) => of.fn.max('b.n').as('n'))
        .whereRef('b.cooperativeId', '=', 'a.cooperativeId')
        .whereRef('b.pieceId', '=', 'a.pieceId')
        .where('b.act', '=', 'accept'),
    )
    .orderBy('a.n', 'desc')
    .limit(1)
    .executeTakeFirst()
  return received?.documentVersion ?? undefined
}
