import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'
import type { DocumentKind } from '@terreau/pdf/document-kinds'
import { UnsupportedCharactersError } from '@terreau/pdf/printable-text'
import { renderPdf } from '@terreau/pdf/render'
import { openSignature } from '@terreau/pdf/signature-field'
import { signatureRoom, signDetached, TOKEN_ROOM } from '../signing/cades.ts'
import type { PdfAnswer, PdfTask } from './renderer.ts'

/** Nice levels that a drawing thread gives way by: whoever waits for a page comes before a batch. */
const GIVES_WAY_BY = 10
giveWay()

/** Runs in a worker thread: one document in, its bytes out, sealed when it has to be. */
export default async function render<K extends DocumentKind>(task: PdfTask<K>): Promise<PdfAnswer> {
  try {
    return { bytes: await sealedPdf(task) }
  } catch (error) {
    if (!(error instanceof UnsupportedCharactersError)) throw error
    return { unprintable: error.text, characters: error.characters }
  }
}

async function sealedPdf<K extends DocumentKind>(task: PdfTask<K>): Promise<Uint8Array> {
  const { kind, model, createdAt, logo, seal } = task
  const pdf = await renderPdf(kind, model, { createdAt, logo })
  if (seal === null) return pdf
  const { words, signer, isStamped } = seal
  const room = signatureRoom(signer.chain) + (isStamped ? TOKEN_ROOM : 0)
  const open = openSignature(pdf, words, room)
  return open.close(signDetached(open.content, signer))
}

/** Linux knows a priority for each thread; where there is none, the batch shares the cores with the pages. */
function giveWay(): void {
  try {
    const [thread] = readlinkSync('/proc/thread-self').split('/').slice(-1)
    setPriority(Number(thread), GIVES_WAY_BY)
  } catch {
    // Nothing but the order of waiting depends on it.
  }
}
