import { AMENDABLE_TERMS } from '@terreau/domain/contracts/amendments'
import { SIGNATURE_ROUTES } from '@terreau/domain/signatures/proof'
import { z } from 'zod'
import { cesaTerms } from './cesa-terms.ts'
import { instant, localDateCodec, shortText, uuid } from './codecs.ts'
import {
  capeTerms,
  contractDay,
  contractId,
  contractSummary,
  documentView,
  schemeView,
  sha256,
} from './contract-schemas.ts'
import { endpoint } from './endpoint.ts'
import { ownContractsEndpoints } from './own-contracts.ts'

const personId = z.strictObject({ personId: uuid })

const contractViews = ['all', 'to-sign', 'to-countersign', 'active', 'ending', 'ended'] as const

const draft = {
  schemeId: uuid,
  startsOn: contractDay,
  endsOn: contractDay,
  /** Why a renewal does not start the day after the previous contract ends. */
  gapReason: z.string().trim().max(500).optional(),
  terms: capeTerms,
}

const missingContent = z.strictObject({
  pointer: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** The amendment that made a term what it is; null: it is the original. */
const amendedBy = z.strictObject({ id: uuid, n: z.int(), effectiveOn: localDateCodec }).nullable()

const signatureView = z.strictObject({
  signer: z.enum(['person', 'cooperative']),
  typedName: z.string(),
  signedAt: instant,
  route: z.enum(SIGNATURE_ROUTES),
})

export const contractsEndpoints = [
  endpoint({
    method: 'GET',
    path: '/people/:personId/contract-choices',
    tag: 'contracts',
    summary: 'What a new CAPE of this person can be: activities with what they renew, schemes',
    access: 'contract.create',
    params: personId,
    response: z.strictObject({
      person: z.strictObject({
        id: uuid,
        familyName: z.string(),
        givenName: z.string(),
        /** Who follows the person today. */
        referent: z.string().nullable(),
      }),
      activities: z.array(
        z.strictObject({
          id: uuid,
          name: z.string(),
          previous: z
            .strictObject({
              id: uuid,
              number: z.string(),
              sequence: z.int(),
              startsOn: localDateCodec,
              endsOn: localDateCodec,
              /** In force on its last day, after its amendments. */
              schemeId: uuid,
              terms: capeTerms.nullable(),
              /** The clause of the means, where an amendment rewrote it. */
              amendedMeans: z.string().nullable(),
              /** Who followed the person on its first day. */
              referent: z.string().nullable(),
            })
            .nullable(),
        }),
      ),
      schemes: z.array(schemeView),
      declarationDueDay: z.int(),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/contracts',
    tag: 'contracts',
    summary:
      'Drafts a CAPE: at most twelve months, at most two renewals, without a gap or an overlap',
    access: 'contract.create',
    params: personId,
    body: z.strictObject({ activityId: uuid, renewsContractId: uuid.optional(), ...draft }),
    response: z.strictObject({ id: uuid, number: z.string() }),
    problems: [
      'cape-too-long',
      'cape-third-renewal',
      'cape-gap',
      'cape-ends-before-start',
      'cape-overlaps-previous',
      'cape-full-time-employee',
      'cape-full-time-declared',
      'contract-overlaps',
    ],
  }),
  endpoint({
    method: 'PUT',
    path: '/contracts/:contractId',
    tag: 'contracts',
    summary: 'Changes a draft; a contract that was sent to sign never changes',
    access: 'contract.create',
    versioned: true,
    params: contractId,
    body: z.strictObject(draft),
    response: z.strictObject({ version: z.int() }),
    problems: [
      'contract-act-not-allowed',
      'cape-too-long',
      'cape-third-renewal',
      'cape-gap',
      'cape-ends-before-start',
      'cape-overlaps-previous',
      'cape-full-time-employee',
      'cape-full-time-declared',
      'contract-overlaps',
    ],
  }),
  endpoint({
    method: 'GET',
    path: '/contracts',
    tag: 'contracts',
    summary: 'Contracts by what they wait for, fifty at a time',
    access: 'contract.read',
    query: z.strictObject({
      view: z.enum(contractViews).optional(),
      search: z.string().max(200).optional(),
      after: z.string().max(200).optional(),
    }),
    response: z.strictObject({
      total: z.int().nullable(),
      contracts: z.array(
        z.strictObject({
          ...contractSummary.shape,
          personId: uuid,
          personName: z.string(),
          sentAt: instant.nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/contracts/:contractId',
    tag: 'contracts',
    summary: 'A contract: its terms, what it still lacks, who signed',
    access: 'contract.read',
    params: contractId,
    response: z.strictObject({
      ...contractSummary.shape,
      person: z.strictObject({
        id: uuid,
        familyName: z.string(),
        givenName: z.string(),
        email: z.string(),
      }),
      scheme: schemeView,
      /** What holds today after the amendments; `scheme` and the terms stay those that were signed. */
      inForce: z
        .strictObject({
          scheme: schemeView,
          schemeBy: amendedBy,
          terms: z.array(
            z.strictObject({
              term: z.enum(AMENDABLE_TERMS.CESA),
              /** An amount as decimal string of cents, a clause as text; null: written elsewhere. */
              value: z.string().nullable(),
              original: z.string().nullable(),
              by: amendedBy,
            }),
          ),
        })
        .nullable(),
      renewsContractId: uuid.nullable(),
      /** The last day of the contract that it renews. */
      previousEndsOn: localDateCodec.nullable(),
      gapReason: z.string().nullable(),
      /** Null for a contract that was written elsewhere. */
      terms: capeTerms.nullable(),
      /** The clauses of a CESA written here; null for a CAPE, and for one written elsewhere. */
      cesaTerms: cesaTerms.nullable(),
      /**
       * What the draft still lacks before it can be sent: contents, with a `pointer` that begins with
       * /person or /terms, then /right-to-work when a decision is missing or refuses.
       */
      missing: z.array(missingContent),
      documents: z.array(documentView),
      /** The request to sign that was opened last; null before the first sending. */
      signatureId: uuid.nullable(),
      signatures: z.array(signatureView),
      cancellation: z
        .strictObject({ reason: z.string(), at: instant, who: z.string().nullable() })
        .nullable(),
      isRenewable: z.boolean(),
      version: z.int(),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/contracts/:contractId/sending',
    tag: 'contracts',
    summary: 'Fixes the document to sign and writes to the person',
    access: 'contract.create',
    versioned: true,
    params: contractId,
    response: z.strictObject({ documentSha256: sha256, signatureId: uuid }),
    problems: [
      'contract-incomplete',
      'contract-act-not-allowed',
      'right-to-work-undecided',
      'right-to-work-outdated',
      'right-to-work-refused',
      'right-to-work-forbidden',
      'signature-already-open',
    ],
  }),
  endpoint({
    method: 'GET',
    path: '/contracts/:contractId/document',
    tag: 'contracts',
    summary: 'The PDF: signed when it is, else to sign, else drawn from the draft',
    access: 'contract.read',
    params: contractId,
    query: z.strictObject({ stage: z.enum(['to_sign', 'signed']).optional() }),
    responseKind: 'file',
    problems: ['contract-incomplete'],
  }),
  endpoint({
    method: 'POST',
    path: '/contracts/:contractId/cancellation',
    tag: 'contracts',
    summary: 'Gives up a contract that is not active yet',
    access: 'contract.create',
    versioned: true,
    params: contractId,
    body: z.strictObject({ reason: shortText }),
    problems: ['contract-act-not-allowed'],
  }),
  ...ownContractsEndpoints,
] as const
