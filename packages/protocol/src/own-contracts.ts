import { z } from 'zod'
import { centsCodec, instant, shortText } from './codecs.ts'
import {
  contractId,
  contractSummary,
  documentView,
  schemeView,
  sha256,
} from './contract-schemas.ts'
import { endpoint } from './endpoint.ts'

const ownContract = z.strictObject({
  ...contractSummary.shape,
  documents: z.array(documentView),
  signedAt: instant.nullable(),
  /** R127-3: what invoices and letters must say while this CAPE runs. */
  papersMention: z.string().nullable(),
})

/** What a tester reads and signs on the phone. */
export const ownContractsEndpoints = [
  endpoint({
    method: 'GET',
    path: '/me/contracts',
    tag: 'contracts',
    summary: 'The own contracts, from the moment they are to be signed',
    access: 'own.read',
    response: z.array(ownContract),
  }),
  endpoint({
    method: 'GET',
    path: '/me/contracts/:contractId',
    tag: 'contracts',
    summary: 'What one is about to sign, and where the code will be sent',
    access: 'own.read',
    params: contractId,
    response: z.strictObject({
      ...ownContract.shape,
      /** As the document spells it; the signature must be this name. */
      personName: z.string(),
      email: z.string(),
      cooperativeName: z.string(),
      documentSha256: sha256.nullable(),
      facts: z
        .strictObject({
          scheme: schemeView.omit({ id: true }),
          declarationDueDay: z.int(),
          thirdPartiesMaximumCents: centsCodec,
          noticeDays: z.int(),
        })
        .nullable(),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/me/contracts/:contractId/document',
    tag: 'contracts',
    summary: 'The PDF of an own contract',
    access: 'own.read',
    params: contractId,
    query: z.strictObject({ stage: z.enum(['to_sign', 'signed']).optional() }),
    responseKind: 'file',
  }),
  endpoint({
    method: 'POST',
    path: '/me/contracts/:contractId/signing-code',
    tag: 'contracts',
    summary: 'Sends a code by e-mail that signs this document and no other, for ten minutes',
    access: 'contract.sign',
    params: contractId,
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
    path: '/me/contracts/:contractId/signature',
    tag: 'contracts',
    summary: 'Signs with the own name and the code received',
    access: 'contract.sign',
    params: contractId,
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
] as const
