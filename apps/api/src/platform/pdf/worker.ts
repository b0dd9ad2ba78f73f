import { createPrivateKey } from 'node:crypto'
import type { DocumentKind } from '@terreau/pdf/document-kinds'
import { renderPdf } from '@terreau/pdf/render'
import { openSignature } from '@terreau/pdf/signature-field'
import { signatureRoom, signDetached, TOKEN_ROOM } from '../signing/cades.ts'
import type { PdfTask } from './renderer.ts'

/** Runs in a worker thread: one document in, its bytes out, sealed when it has to be. */
export default async function render<K extends DocumentKind>(
  task: PdfTask<K>,
): Promise<Uint8Array> {
  const { kind, model, createdAt, logo, seal } = task
  const pdf = await renderPdf(kind, model, { createdAt, logo })
  if (seal === null) return pdf
  const { words, chain, isStamped } = seal
  const signer = { chain, privateKey: createPrivateKey(seal.privateKey) }
  const room = signatureRoom(chain) + (isStamped ? TOKEN_ROOM : 0)
  const open = openSignature(pdf, words, room)
  return open.close(signDetached(open.content, signer))
}
