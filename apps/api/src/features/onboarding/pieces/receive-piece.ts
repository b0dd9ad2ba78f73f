import type { PieceState } from '@terreau/domain/pipeline/pieces'
import type { AuditEntry } from '../../../platform/audit/actions.ts'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { readReceivedFile } from '../../../platform/files/read-received-file.ts'
import { storeFile } from '../../../platform/files/store.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found } from '../../../platform/problem-error.ts'
import { resumeOf } from '../welcome/own-welcome.ts'
import { forgetPlace } from '../welcome/save-place.ts'
import { lockPiece, movePiece } from './write-piece.ts'

interface Received {
  pieceId: string
  fileName: string
  bytes: Uint8Array
}

/** Keeps a piece that somebody brought to the office. */
export const receivePiece = mutation<Received, { state: PieceState; version: number }>({
  access: 'onboarding.manage',
  async run(tx, ctx, input) {
    const { value, audit } = await receive(tx, ctx, input, null)
    return { value, audit: [audit] }
  },
})

/** Keeps the photo that the person took of an own piece. */
export const receiveOwnPiece = mutation<Received, { state: PieceState; resume: string | null }>({
  access: 'onboarding.own',
  async run(tx, ctx, input) {
    const personId = found(ctx.actor.kind === 'person' ? ctx.actor.personId : null)
    const { value, audit } = await receive(tx, ctx, input, personId)
    await forgetPlace(tx, ctx, personId, `piece-${input.pieceId}`)
    const resume = await resumeOf(tx, ctx, personId)
    return { value: { state: value.state, resume }, audit: [audit] }
  },
})

async function receive(
  tx: Tx,
  ctx: Context,
  { pieceId, fileName, bytes }: Received,
  ownerId: string | null,
): Promise<{ value: { state: PieceState; version: number }; audit: AuditEntry }> {
  const piece = await lockPiece(tx, ctx, pieceId)
  if (ownerId !== null && piece.personId !== ownerId) found(null)
  const file = await readReceivedFile(bytes, fileName)
  const { id: fileId } = await storeFile(tx, ctx, file)
  const value = await movePiece(tx, ctx, piece, {
    act: 'receive',
    set: { fileId, receivedAt: ctx.now, refusal: null, words: '', expiresOn: null },
    row: { fileId },
  })
  const entity = { kind: 'person', id: piece.personId }
  return { value, audit: { action: 'piece.received', entity, after: { pieceId } } }
}
