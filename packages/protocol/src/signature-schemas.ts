import { PARTY_STATES, REQUEST_STATES } from '@terreau/domain/signatures/life'
import { PROOF_LEVELS, SIGNATURE_ROUTES } from '@terreau/domain/signatures/proof'
import { z } from 'zod'
import { instant, localDateCodec, uuid } from './codecs.ts'
import { sha256 } from './contract-schemas.ts'

export const signatureId = z.strictObject({ signatureId: uuid })

/** Which bytes: those that are shown, or the signed file with its evidence. Without it, the furthest. */
export const whichFile = z.strictObject({ file: z.enum(['shown', 'signed']).optional() })

/**
 * Names of those who would be asked to sign and have no e-mail address: they sign in the office or on paper.
 * Told before a document is sent; empty once it was.
 */
export const signersWithoutEmail = z.array(z.string())

/** A request to sign, as every list names it. */
export const requestHead = z.strictObject({
  id: uuid,
  reference: z.string(),
  title: z.string(),
  subjectKind: z.string(),
  subjectId: uuid,
  state: z.enum(REQUEST_STATES),
  openedAt: instant,
  expiresOn: localDateCodec,
  /** It waits, and its last day is past: nobody can sign it any more. */
  isLate: z.boolean(),
  endedAt: instant.nullable(),
  documentSha256: sha256,
  signedSha256: sha256.nullable(),
})

/** Who signs, in order; `level` says what the signature proves. */
export const partyView = z.strictObject({
  position: z.int(),
  side: z.enum(['person', 'cooperative']),
  personId: uuid.nullable(),
  printedName: z.string(),
  /** As the signer wrote it; on paper, as the document spells it. */
  typedName: z.string().nullable(),
  state: z.enum(PARTY_STATES),
  askedAt: instant.nullable(),
  signedAt: instant.nullable(),
  route: z.enum(SIGNATURE_ROUTES).nullable(),
  level: z.enum(PROOF_LEVELS).nullable(),
})

const words = z.string()

/**
 * A document as a screen shows it: the same words as its PDF, in the same order. `blocks` is null for a document
 * printed before documents carried their text: then its PDF is the only form.
 */
export const signatureText = z.strictObject({
  documentSha256: sha256,
  blocks: z
    .array(
      z.discriminatedUnion('kind', [
        z.strictObject({
          kind: z.literal('heading'),
          level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
          text: words,
        }),
        z.strictObject({ kind: z.literal('paragraph'), text: words }),
        z.strictObject({ kind: z.literal('list'), items: z.array(words) }),
        z.strictObject({
          kind: z.literal('table'),
          rows: z.array(
            z.array(
              z.strictObject({
                /** What the cell is the header of. */
                scope: z.enum(['Column', 'Row']).nullable(),
                texts: z.array(words),
              }),
            ),
          ),
        }),
      ]),
    )
    .nullable(),
})
