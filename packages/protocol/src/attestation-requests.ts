import { BATCH_KINDS, REFUSAL_CAUSES } from '@terreau/domain/attestations/kinds'
import { z } from 'zod'
import { instant, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const TAG = 'attestations'
const kind = z.enum(BATCH_KINDS)
const requestParams = z.strictObject({ requestId: uuid })

const requestView = z.strictObject({
  id: uuid,
  kind,
  monthsWanted: z.int().nullable(),
  askedAt: instant,
  state: z.enum(['waiting', 'issued', 'refused']),
  cause: z.enum(REFUSAL_CAUSES).nullable(),
})

export const attestationRequestsEndpoints = [
  endpoint({
    method: 'GET',
    path: '/me/attestation-requests',
    tag: TAG,
    summary: 'Certificates that the person signed in asked for and that were not issued yet',
    access: 'own.read',
    response: z.strictObject({
      /** What can be asked for here: attendance only where the cooperative certifies it. */
      kinds: z.array(kind),
      requests: z.array(requestView),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/me/attestation-requests',
    tag: TAG,
    summary: 'Asks for a certificate; asking again for the same kind changes what is asked',
    access: 'document.send',
    body: z.strictObject({
      kind,
      /** How many of the last months, one when absent; for the kinds about months only. */
      monthsWanted: z.int().min(1).max(12).optional(),
    }),
    response: z.strictObject({ id: uuid }),
    problems: ['attestation-nothing-to-attest'],
  }),
  endpoint({
    method: 'GET',
    path: '/people/:personId/attestation-requests',
    tag: TAG,
    summary: 'What a person asked for and waits for',
    access: 'attestation.issue',
    params: z.strictObject({ personId: uuid }),
    response: z.array(requestView),
    problems: ['not-found'],
  }),
  endpoint({
    method: 'POST',
    path: '/attestation-requests/:requestId/refusal',
    tag: TAG,
    summary: 'Refuses a request for a reason that the person reads',
    access: 'attestation.issue',
    params: requestParams,
    body: z.strictObject({ cause: z.enum(REFUSAL_CAUSES) }),
    problems: ['not-found'],
  }),
] as const
