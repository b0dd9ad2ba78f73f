import { z } from 'zod'
import { instant } from './codecs.ts'
import { contractId, contractSummary, documentView } from './contract-schemas.ts'
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
    path: '/me/contracts/:contractId/document',
    tag: 'contracts',
    summary: 'The PDF of an own contract',
    access: 'own.read',
    params: contractId,
    query: z.strictObject({ stage: z.enum(['to_sign', 'signed']).optional() }),
    responseKind: 'file',
  }),
] as const
