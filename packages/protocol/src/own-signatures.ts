import { z } from 'zod'
import { instant, shortText } from './codecs.ts'
import { sha256 } from './contract-schemas.ts'
import { endpoint } from './endpoint.ts'
import {
  partyView,
  requestHead,
  signatureId,
  signatureText,
  whichFile,
} from './signature-schemas.ts'

/** What a person reads and signs, alone on a phone. */
export const ownSignaturesEndpoints = [
  endpoint({
    method: 'GET',
    path: '/me/signatures',
    tag: 'signatures',
    summary: 'The documents one is asked to sign, and those one has signed',
    access: 'own.read',
    response: z.array(
      z.strictObject({
        ...requestHead.shape,
        own: partyView.shape.state,
        parties: z.array(partyView),
      }),
    ),
  }),
  endpoint({
    method: 'GET',
    path: '/me/signatures/:signatureId',
    tag: 'signatures',
    summary: 'What one is about to sign, in plain sentences, and where the code will be sent',
    access: 'own.read',
    params: signatureId,
    response: z.strictObject({
      ...requestHead.shape,
      own: partyView.shape.state,
      parties: z.array(partyView),
      summary: z.array(z.string()),
      /** As the document spells it; the signature must be this name. */
      printedName: z.string(),
      email: z.string(),
      cooperativeName: z.string(),
      /** Whom to read it with. */
      helperName: z.string(),
      helpAskedAt: instant.nullable(),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/me/signatures/:signatureId/document',
    tag: 'signatures',
    summary: 'The document to sign, or the signed file once everybody has signed',
    access: 'own.read',
    params: signatureId,
    query: whichFile,
    responseKind: 'file',
  }),
  endpoint({
    method: 'GET',
    path: '/me/signatures/:signatureId/text',
    tag: 'signatures',
    summary: 'The whole text of the document to sign, read from the very bytes that are signed',
    access: 'own.read',
    params: signatureId,
    response: signatureText,
    problems: ['document-changed'],
  }),
  endpoint({
    method: 'POST',
    path: '/me/signatures/:signatureId/reading',
    tag: 'signatures',
    summary: 'Notes that the person was shown the document',
    access: 'signature.sign',
    params: signatureId,
    body: z.strictObject({ documentSha256: sha256 }),
    problems: ['document-changed'],
  }),
  endpoint({
    method: 'POST',
    path: '/me/signatures/:signatureId/help',
    tag: 'signatures',
    summary: 'Asks for a call, to read the document with somebody',
    access: 'signature.sign',
    params: signatureId,
    problems: ['signature-ended'],
  }),
  endpoint({
    method: 'POST',
    path: '/me/signatures/:signatureId/code',
    tag: 'signatures',
    summary: 'Sends a code by e-mail that signs this document and no other, for ten minutes',
    access: 'signature.sign',
    params: signatureId,
    response: z.strictObject({ email: z.string(), expiresAt: instant }),
    problems: [
      'signature-ended',
      'signature-not-your-turn',
      'signature-already-given',
      'signature-expired',
      'person-has-no-email',
      'too-many-attempts',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/me/signatures/:signatureId/signature',
    tag: 'signatures',
    summary: 'Signs with the own name and the code received',
    access: 'signature.sign',
    params: signatureId,
    body: z.strictObject({
      typedName: shortText,
      code: z.string().trim().min(1).max(40),
      documentSha256: sha256,
    }),
    problems: [
      'signature-ended',
      'signature-not-your-turn',
      'signature-already-given',
      'signature-expired',
      'document-changed',
      'signing-name-differs',
      'signing-code-wrong',
      'too-many-attempts',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/me/signatures/:signatureId/refusal',
    tag: 'signatures',
    summary: 'Refuses to sign, with the reason: nobody can sign the document any more',
    access: 'signature.sign',
    params: signatureId,
    body: z.strictObject({ reason: shortText }),
    problems: ['signature-ended', 'signature-not-your-turn', 'signature-already-given'],
  }),
] as const
