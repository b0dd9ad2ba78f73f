import { BATCH_KINDS } from '@terreau/domain/attestations/kinds'
import { z } from 'zod'
import { itemDelivery, sending } from './attestation-deliveries.ts'
import { MOST_MONTHS, missingFact, monthsInQuery } from './attestations.ts'
import { instant, localeSchema, uuid, yearMonthCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const TAG = 'attestations'
export const MOST_IN_BATCH = 1000

const kind = z.enum(BATCH_KINDS)
const batchParams = z.strictObject({ batchId: uuid })

const counts = z.strictObject({
  total: z.int(),
  issued: z.int(),
  failed: z.int(),
})

const batchSummary = z.strictObject({
  id: uuid,
  kind,
  months: z.array(yearMonthCodec),
  createdAt: instant,
  createdBy: z.string(),
  sendsMails: z.boolean(),
  counts,
})

const reason = z.strictObject({
  code: z.union([missingFact.shape.code, z.literal('not-drawn')]),
  month: yearMonthCodec.nullable(),
  /** The signs of the name, as it is now, that the fonts lack; texts are not kept with the reason. */
  characters: z.string().optional(),
  text: z.string().optional(),
})

export type BatchReason = z.output<typeof reason>
export type BatchSummary = z.output<typeof batchSummary>

export const attestationBatchesEndpoints = [
  endpoint({
    method: 'GET',
    path: '/attestation-batches/preflight',
    tag: TAG,
    summary: 'Who could get a certificate now, and what is missing for the others',
    access: 'attestation.issue',
    query: z.strictObject({
      kind,
      months: monthsInQuery.optional(),
      /** Whose contract runs today; all who ever had one otherwise. */
      group: z.enum(['cape', 'cesa', 'all']),
      q: z.string().trim().max(200).optional(),
    }),
    response: z.strictObject({
      people: z.array(
        z.strictObject({
          personId: uuid,
          name: z.string(),
          isReady: z.boolean(),
          /** How it would leave. */
          sending,
          missing: z.array(missingFact),
        }),
      ),
      /** There are more people than one batch takes: narrow the choice. */
      isCut: z.boolean(),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/attestation-batches',
    tag: TAG,
    summary: 'Batches of certificates, newest first',
    access: 'attestation.read',
    query: z.strictObject({
      /** The id of the last batch already shown. */
      before: uuid.optional(),
    }),
    response: z.strictObject({ batches: z.array(batchSummary), next: uuid.nullable() }),
  }),
  endpoint({
    method: 'POST',
    path: '/attestation-batches',
    tag: TAG,
    summary:
      'Starts issuing one certificate for each person; what is not ready is listed, not issued',
    access: 'attestation.issue',
    body: z.strictObject({
      kind,
      months: z.array(yearMonthCodec).max(MOST_MONTHS).default([]),
      personIds: z.array(uuid).min(1).max(MOST_IN_BATCH),
      /** Null: each person's own language. */
      locale: localeSchema.nullable().default(null),
      sendsMails: z.boolean().default(true),
    }),
    response: z.strictObject({ id: uuid }),
    problems: ['not-found', 'idempotency-busy'],
  }),
  endpoint({
    method: 'GET',
    path: '/attestation-batches/:batchId',
    tag: TAG,
    summary: 'One batch: how far it is, and what became of each person',
    access: 'attestation.read',
    params: batchParams,
    response: z.strictObject({
      ...batchSummary.shape,
      items: z.array(
        z.strictObject({
          personId: uuid,
          name: z.string(),
          state: z.enum(['waiting', 'issued', 'failed']),
          attestationId: uuid.nullable(),
          number: z.string().nullable(),
          /** How it goes to its person, and through what it went; null until it is issued. */
          delivery: itemDelivery.nullable(),
          reasons: z.array(reason),
        }),
      ),
    }),
    problems: ['not-found'],
  }),
  endpoint({
    method: 'GET',
    path: '/attestation-batches/:batchId/events',
    tag: TAG,
    summary: 'Certificates issued so far, as they are issued: { total, issued, failed }',
    access: 'attestation.read',
    params: batchParams,
    responseKind: 'events',
  }),
  endpoint({
    method: 'GET',
    path: '/attestation-batches/:batchId/archive',
    tag: TAG,
    summary: 'The documents of a batch in one ZIP, exactly as they were issued',
    access: 'attestation.read',
    params: batchParams,
    responseKind: 'file',
    problems: ['not-found'],
  }),
] as const
