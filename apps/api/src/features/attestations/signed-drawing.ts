import { sealReason } from '@terreau/pdf/documents/shared/seal-reason'
import type { Logo } from '@terreau/pdf/primitives/sheet'
import type { Locale } from '@terreau/protocol/codecs'
import type { Context } from '../../platform/context.ts'
import { toJson } from '../../platform/db/to-json.ts'
import { type Seal, stampDocument } from '../../platform/signing/stamp-document.ts'
import {
  type AttestationContent,
  type CommonFacts,
  type CopyFacts,
  type Drawing,
  drawingOf,
} from './contents.ts'
import { keyFiguresOf, periodOf } from './key-figures.ts'
import { figuresOf, signFacts, snapshotHash } from './signed-facts.ts'
import type { currentKeys } from './signing-keys.ts'

/**
 * Draws a certificate, signed twice: its QR code carries the facts as a JWS that needs no server, and the
 * file is sealed whole. What is archived is the facts without that JWS, so that erasing a name empties all.
 */
export async function signedDrawing(
  ctx: Context,
  wanted: {
    content: AttestationContent
    common: CommonFacts
    locale: Locale
    copy: CopyFacts | null
    keys: Awaited<ReturnType<typeof currentKeys>>
    logo: Logo | null
  },
): Promise<{ drawing: Drawing; bytes: Uint8Array; seal: Seal }> {
  const { content, common, locale, copy, keys, logo } = wanted
  const { issue, issuer, person } = common
  const drawing = drawingOf(content, common, locale, copy)
  const facts = await signFacts(
    {
      number: issue.number,
      kind: content.kind,
      person: person.fullName,
      issuedOn: issue.issuedOn,
      period: periodOf(content),
      figures: figuresOf(keyFiguresOf(content, locale)),
      snapshot: snapshotHash(toJson(drawing.facts)),
      replaces: issue.replaces,
    },
    keys.facts,
  )
  const { verification } = issue
  const qrUrl = `${verification?.qrUrl}#${facts}`
  const printed =
    verification === null ? issue : { ...issue, verification: { ...verification, qrUrl } }
  const words = {
    name: issuer.name,
    reason: sealReason(issue.number, locale),
    place: issue.place,
    at: ctx.now,
    facts,
  }
  const { pdf, stamper } = ctx.services
  const sealed = await drawingOf(content, { ...common, issue: printed }, locale, copy).draw(
    pdf,
    ctx.now,
    { seal: { words, signer: keys.document, isStamped: stamper !== null }, logo },
  )
  return { drawing, ...(await stampDocument(sealed, stamper)) }
}
