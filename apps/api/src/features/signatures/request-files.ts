import { localDate } from '@terreau/domain/time/local-date'
import { appendPages, isPrintedHere } from '@terreau/pdf/append-pages'
import { documentModel } from '@terreau/pdf/document-kinds'
import { readingOf } from '@terreau/pdf/reading-of'
import type { HandlerOutput } from '@terreau/protocol/endpoint'
import type { ownSignaturesEndpoints } from '@terreau/protocol/own-signatures'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { createArchive } from '../../platform/files/archive.ts'
import { readFile } from '../../platform/files/store.ts'
import type { FileAnswer } from '../../platform/http/mount.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { sha256 } from '../../platform/secrets.ts'
import { printedCooperative } from '../settings/index.ts'
import type { RequestRow } from './request-row.ts'

/** The bytes that are shown, or the signed file; never rendered, read as they were kept. */
export async function requestFile(
  tx: Tx,
  ctx: Context,
  request: RequestRow,
  which: 'shown' | 'signed' | undefined,
): Promise<FileAnswer> {
  const wanted = which ?? (request.signedFileId === null ? 'shown' : 'signed')
  const fileId = found(wanted === 'signed' ? request.signedFileId : request.fileId)
  return { ...(await readFile(tx, ctx.cooperativeId, fileId)), isInline: true }
}

/**
 * The text of what is shown, read from the bytes whose fingerprint is signed: never drawn again from the rows
 * of the contract, which may have changed since.
 */
export async function requestText(
  tx: Tx,
  ctx: Context,
  request: RequestRow,
): Promise<HandlerOutput<(typeof ownSignaturesEndpoints)[3]>> {
  const { bytes } = await readFile(tx, ctx.cooperativeId, request.fileId)
  const documentSha256 = sha256(bytes)
  if (!documentSha256.equals(request.documentSha256)) throw new ProblemError('document-changed')
  return { documentSha256: documentSha256.toString('hex'), blocks: readingOf(bytes) }
}

/**
 * What is printed to be signed by hand: the very bytes that are shown, then a sheet with the reference of
 * the request, the fingerprint of the document, and a place for each party. Behind a picture or a PDF of
 * somebody else no page can be put without changing its bytes: both then come side by side in a ZIP.
 */
export async function paperFile(tx: Tx, ctx: Context, request: RequestRow): Promise<FileAnswer> {
  const shown = await readFile(tx, ctx.cooperativeId, request.fileId)
  const facts = {
    issuer: (await printedCooperative(tx, ctx.cooperativeId)).issuer,
    number: request.reference,
    documentTitle: request.title,
    documentSha256: request.documentSha256.toString('hex'),
    expiresOn: localDate(request.expiresOn),
    parties: request.parties.map(({ side, printedName }) => ({ side, printedName })),
  }
  const model = documentModel('signature-sheet', facts, 'fr')
  const sheet = await ctx.services.pdf.render('signature-sheet', model, ctx.now)
  if (!isPrintedHere(shown.bytes)) return sideBySide(request, shown, sheet)
  return {
    mediaType: 'application/pdf',
    fileName: `${request.reference}-papier.pdf`,
    bytes: appendPages(shown.bytes, sheet),
    isInline: true,
  }
}

function sideBySide(request: RequestRow, shown: FileAnswer, sheet: Uint8Array): FileAnswer {
  const archive = createArchive()
  archive.addFile(`1-${shown.fileName}`, shown.bytes)
  archive.addFile(`2-${request.reference}-papier.pdf`, sheet)
  archive.end()
  const fileName = `${request.reference}-papier.zip`
  return { mediaType: 'application/zip', fileName, bytes: archive.take() }
}
