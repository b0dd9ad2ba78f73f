import { SIGNATURE_ROUTES } from '@terreau/domain/signatures/proof'
import { z } from 'zod'
import { instant, localDateCodec, shortText, uuid } from './codecs.ts'
import { sha256 } from './contract-schemas.ts'
import { uploadProblems } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { ownSignaturesEndpoints } from './own-signatures.ts'
import { SHARE_CHANNELS, shareView } from './share.ts'
import {
  partyView,
  requestHead,
  signatureId,
  signatureText,
  whichFile,
} from './signature-schemas.ts'

/** What happened to a request. */
export const SIGNATURE_ACTS = [
  'asked',
  'shown',
  'reminded',
  'code_sent',
  'code_refused',
  'help_asked',
  'help_given',
  'handed_in',
  'sent_back',
  'signed',
  'refused',
  'withdrawn',
  'expired',
  'archived',
] as const

const actView = z.strictObject({
  act: z.enum(SIGNATURE_ACTS),
  position: z.int().nullable(),
  at: instant,
  who: z.string(),
  route: z.enum(SIGNATURE_ROUTES).nullable(),
  reason: z.string().nullable(),
  witness: z.string().nullable(),
  signedOn: localDateCodec.nullable(),
})

const position = z.coerce.number().int().min(1).max(20)

export const signaturesEndpoints = [
  endpoint({
    method: 'GET',
    path: '/signatures',
    tag: 'signatures',
    summary:
      'Everything that waits for a signature, oldest first, or what has ended; fifty at a time',
    access: 'signature.read',
    query: z.strictObject({
      view: z.enum(['waiting', 'us', 'them', 'ended']).optional(),
      after: z.string().max(200).optional(),
    }),
    response: z.strictObject({
      total: z.int().nullable(),
      signatures: z.array(
        z.strictObject({
          ...requestHead.shape,
          /** Everybody who is not the cooperative. */
          people: z.string(),
          /** Days since it was sent. */
          ageDays: z.int(),
          routes: z.array(z.enum(SIGNATURE_ROUTES)),
          /** Whose turn it is; null once it has ended. */
          next: partyView
            .pick({ position: true, side: true, printedName: true, state: true })
            .nullable(),
          lastRemindedAt: instant.nullable(),
          isHelpWanted: z.boolean(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/signatures/:signatureId',
    tag: 'signatures',
    summary: 'A request to sign: its parties, and everything that happened',
    access: 'signature.read',
    whileHanded: 'this-signature',
    params: signatureId,
    response: z.strictObject({
      ...requestHead.shape,
      parties: z.array(partyView.extend({ email: z.string() })),
      summary: z.array(z.string()),
      acts: z.array(actView),
      /** The sheet that waits for a second look. */
      scan: z
        .strictObject({ signedOn: localDateCodec, receivedBy: z.string(), isOwn: z.boolean() })
        .nullable(),
      isHelpWanted: z.boolean(),
      /** What staff may hand over themselves to the person in turn; null when it is nobody's turn. */
      share: shareView.nullable(),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/signatures/:signatureId/document',
    tag: 'signatures',
    summary: 'The document to sign, or the signed file once everybody has signed',
    access: 'signature.read',
    whileHanded: 'this-signature',
    params: signatureId,
    query: whichFile,
    responseKind: 'file',
  }),
  endpoint({
    method: 'GET',
    path: '/signatures/:signatureId/text',
    tag: 'signatures',
    summary: 'The whole text of the document to sign, read from the very bytes that are signed',
    access: 'signature.read',
    whileHanded: 'this-signature',
    params: signatureId,
    response: signatureText,
    problems: ['document-changed'],
  }),
  endpoint({
    method: 'GET',
    path: '/signatures/:signatureId/paper',
    tag: 'signatures',
    summary:
      'The document with a sheet to sign by hand, which carries the reference of the request',
    access: 'signature.read',
    params: signatureId,
    responseKind: 'file',
  }),
  endpoint({
    method: 'GET',
    path: '/signatures/:signatureId/scan',
    tag: 'signatures',
    summary: 'The scan of the paper that was handed in for a party',
    access: 'signature.read',
    params: signatureId,
    query: z.strictObject({ position }),
    responseKind: 'file',
  }),
  endpoint({
    method: 'POST',
    path: '/signatures/:signatureId/reminder',
    tag: 'signatures',
    summary: 'Writes again to the person whose turn it is',
    access: 'signature.manage',
    params: signatureId,
    problems: ['signature-ended', 'signature-expired', 'person-has-no-email', 'signature-reminded'],
  }),
  endpoint({
    method: 'POST',
    path: '/signatures/:signatureId/shares',
    tag: 'signatures',
    summary: 'Notes that staff handed the address of the document to the person by themselves',
    access: 'signature.manage',
    params: signatureId,
    body: z.strictObject({ by: z.enum(SHARE_CHANNELS) }),
    problems: ['signature-ended', 'signature-not-your-turn'],
  }),
  endpoint({
    method: 'POST',
    path: '/signatures/:signatureId/withdrawal',
    tag: 'signatures',
    summary: 'Takes the request back, with the reason: nobody can sign the document any more',
    access: 'signature.manage',
    params: signatureId,
    body: z.strictObject({ reason: shortText }),
    problems: ['signature-ended'],
  }),
  endpoint({
    method: 'POST',
    path: '/signatures/:signatureId/help-answer',
    tag: 'signatures',
    summary: 'Notes that the person was called and the document read with them',
    access: 'signature.manage',
    params: signatureId,
  }),
  endpoint({
    method: 'POST',
    path: '/signatures/countersignatures',
    tag: 'signatures',
    summary: 'Signs for the cooperative, one document or many; all of them or none',
    access: 'signature.countersign',
    body: z.strictObject({
      signatures: z
        .array(z.strictObject({ signatureId: uuid, documentSha256: sha256 }))
        .min(1)
        .max(50),
    }),
    problems: [
      'signature-ended',
      'signature-not-your-turn',
      'signature-already-given',
      'signature-expired',
      'signature-witness-signs',
      'document-changed',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/signatures/:signatureId/handover',
    tag: 'signatures',
    summary:
      'Gives this screen to the person in turn: the session opens this signature and nothing else, until the code',
    access: 'signature.manage',
    params: signatureId,
    body: z.strictObject({
      position,
      /** Why they do not sign on their own device. */
      reason: shortText,
      /** To take the screen back. */
      code: z.string().regex(/^\d{4,8}$/),
    }),
    problems: [
      'signature-ended',
      'signature-not-your-turn',
      'signature-already-given',
      'signature-expired',
      'signature-address-changed',
      'signature-code-readable',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/signatures/:signatureId/colleague-code',
    isGuarded: true,
    tag: 'signatures',
    summary:
      'Shows a second member of staff, once, the code that they hand to a person without an address',
    access: 'signature.manage',
    params: signatureId,
    body: z.strictObject({ position }),
    response: z.strictObject({ code: z.string(), expiresAt: instant }),
    problems: [
      'signature-ended',
      'signature-not-your-turn',
      'signature-already-given',
      'signature-expired',
      'signature-address-changed',
      'person-has-email',
      'too-many-attempts',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/signatures/:signatureId/office-code',
    tag: 'signatures',
    summary:
      'Sends the person, who is in the office, a code to sign on a screen of the cooperative',
    access: 'signature.manage',
    whileHanded: 'this-signature',
    params: signatureId,
    body: z.strictObject({ position }),
    response: z.strictObject({ email: z.string(), expiresAt: instant }),
    problems: [
      'signature-ended',
      'signature-not-your-turn',
      'signature-already-given',
      'signature-expired',
      'signature-address-changed',
      'signature-code-readable',
      'person-has-no-email',
      'too-many-attempts',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/signatures/:signatureId/office-signature',
    tag: 'signatures',
    summary:
      'The person signs in the office with their own code; whoever is signed in is the witness',
    access: 'signature.manage',
    whileHanded: 'this-signature',
    params: signatureId,
    body: z.strictObject({
      position,
      typedName: shortText,
      code: z.string().trim().min(1).max(40),
      documentSha256: sha256,
    }),
    problems: [
      'screen-not-handed-over',
      'signature-ended',
      'signature-not-your-turn',
      'signature-already-given',
      'signature-expired',
      'signature-address-changed',
      'signature-code-readable',
      'document-changed',
      'signing-name-differs',
      'signing-code-wrong',
      'too-many-attempts',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/signatures/:signatureId/paper-scans',
    tag: 'signatures',
    summary: 'Takes in the scan of a document that was signed by hand',
    access: 'signature.manage',
    params: signatureId,
    query: z.strictObject({
      position,
      signedOn: localDateCodec,
      fileName: z.string().max(200),
    }),
    bodyKind: 'bytes',
    problems: [
      'signature-ended',
      'signature-not-your-turn',
      'signature-already-given',
      'signature-expired',
      'signature-day-wrong',
      ...uploadProblems,
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/signatures/:signatureId/paper-check',
    tag: 'signatures',
    summary: 'A second look says whether the scan is this document, signed',
    access: 'signature.manage',
    params: signatureId,
    body: z.strictObject({ isRight: z.boolean(), reason: z.string().trim().max(200) }),
    problems: ['signature-ended', 'signature-second-look', 'signature-already-given'],
  }),
  ...ownSignaturesEndpoints,
] as const
