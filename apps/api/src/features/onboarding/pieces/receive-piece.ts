import {
  type DocumentKind,
  documentKindRules,
  isDocumentKind,
} from '@terreau/domain/documents/kinds'
import type { PieceState } from '@terreau/domain/pipeline/pieces'
import type { AuditEntry } from '../../../platform/audit/actions.ts'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ownPersonId, ownPersonIds } from '../../../platform/own-person.ts'
import { found } from '../../../platform/problem-error.ts'
import type { SafeFile } from '../../../platform/uploads/inspect-upload.ts'
import { documentHead, keepDocument } from '../../documents/index.ts'
import { resumeOf } from '../welcome/own-welcome.ts'
import { forgetPlace } from '../welcome/save-place.ts'
import { lockPiece, movePiece } from './write-piece.ts'

interface Received {
  pieceId: string
  file: SafeFile
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
    const personId = ownPersonId(ctx)
    const { value, audit } = await receive(tx, ctx, input, ownPersonIds(ctx))
    await forgetPlace(tx, ctx, personId, `piece-${input.pieceId}`)
    const resume = await resumeOf(tx, ctx, personId)
    return { value: { state: value.state, resume }, audit: [audit] }
  },
})

async function receive(
  tx: Tx,
  ctx: Context,
  { pieceId, file }: Received,
  owners: readonly string[] | null,
): Promise<{ value: { state: PieceState; version: number }; audit: AuditEntry }> {
  const piece = await lockPiece(tx, ctx, pieceId)
  if (owners?.includes(piece.personId) === false) found(null)
  const place = await placeOf(tx, ctx, piece)
  const kept = await keepDocument(tx, ctx, { personId: piece.personId, file, ...place })
  const value = await movePiece(tx, ctx, piece, {
    act: 'receive',
    set: {
      documentId: kept.documentId,
      refusal: null,
      words: '',
      // A newer paper beside an accepted one changes nothing of it until it is accepted itself.
      ...(piece.state === 'accepted' ? {} : { receivedAt: ctx.now, expiresOn: null }),
    },
    row: { documentVersion: kept.version },
  })
  const entity = { kind: 'person', id: piece.personId }
  return { value, audit: { action: 'piece.received', entity, after: { pieceId } } }
}

/** A piece goes on in the document that it has, whose last day staff write down with their verdict. */
async function placeOf(
  tx: Tx,
  ctx: Context,
  { documentId, kindId }: { documentId: string | null; kindId: string },
) {
  if (documentId === null) return { kind: documentKindOf(await codeOf(tx, ctx, kindId)) }
  const { kind } = await documentHead(tx, ctx.cooperativeId, documentId)
  return { kind, documentId, isDayToRead: true }
}

async function codeOf(tx: Tx, ctx: Context, kindId: string): Promise<string> {
  const kind = await tx
    .selectFrom('pieceKind')
    .select('code')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', kindId)
    .executeTakeFirstOrThrow()
  return kind.code
}

/**
 * The kind under which the store of documents keeps a piece. A paper whose last day must come with it is
 * checked here first, so it goes as 'other' until staff write the day down.
 */
function documentKindOf(code: string): DocumentKind {
  if (!isDocumentKind(code)) return 'other'
  const { expiry, isSentByPerson } = documentKindRules(code)
  return expiry === 'required' || !isSentByPerson ? 'other' : code
}
