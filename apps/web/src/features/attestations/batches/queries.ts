import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../../lib/api.ts'
import { attestationQueries } from '../queries.ts'

export type Preflight = Api['GET /attestation-batches/preflight']['response']
export type PreflightPerson = Preflight['people'][number]
export type Choice = NonNullable<Api['GET /attestation-batches/preflight']['query']>
export type StartBody = Api['POST /attestation-batches']['body']
export type Batch = Api['GET /attestation-batches/:batchId']['response']
export type BatchItem = Batch['items'][number]
export type BatchRow = Api['GET /attestation-batches']['response']['batches'][number]

const all = [...attestationQueries.all, 'batches'] as const

export const batchQueries = {
  preflight: (choice: Choice) =>
    queryOptions({
      queryKey: [...all, 'preflight', choice],
      queryFn: () => call('GET /attestation-batches/preflight', { query: choice }),
      placeholderData: keepPreviousData,
    }),
  list: (before: string) =>
    queryOptions({
      queryKey: [...all, 'list', before],
      queryFn: () => call('GET /attestation-batches', { query: before === '' ? {} : { before } }),
    }),
  detail: (batchId: string) =>
    queryOptions({
      queryKey: [...all, 'detail', batchId],
      queryFn: () => call('GET /attestation-batches/:batchId', { params: { batchId } }),
    }),
}

/** One key per intention: pressing again after a cut network starts no second batch. */
export function useStartBatch(idempotencyKey: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: StartBody) => call('POST /attestation-batches', { body, idempotencyKey }),
    onSuccess: () => client.invalidateQueries({ queryKey: attestationQueries.all }),
  })
}
