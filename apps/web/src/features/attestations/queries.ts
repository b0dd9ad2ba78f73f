import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { IssuableKind } from '@terreau/domain/attestations/kinds'
import { type Api, call } from '../../lib/api.ts'

export type AttestationRow = Api['GET /attestations']['response']['attestations'][number]
export type AttestationDetail = Api['GET /attestations/:attestationId']['response']
export type Facts = Api['GET /attestations/facts']['response']
export type OwnRequests = Api['GET /me/attestation-requests']['response']
export type AttestationRequest =
  Api['GET /people/:personId/attestation-requests']['response'][number]
export type OwnAttestation = Api['GET /me/attestations']['response'][number]
export type ListFilter = NonNullable<Api['GET /attestations']['query']>

const all = ['attestations'] as const

export const attestationQueries = {
  all,
  list: (filter: ListFilter) =>
    queryOptions({
      queryKey: [...all, 'list', filter],
      queryFn: () => call('GET /attestations', { query: filter }),
      placeholderData: keepPreviousData,
    }),
  detail: (attestationId: string) =>
    queryOptions({
      queryKey: [...all, 'detail', attestationId],
      queryFn: () => call('GET /attestations/:attestationId', { params: { attestationId } }),
      enabled: attestationId !== '',
    }),
  facts: (kind: IssuableKind, personId: string, months: readonly string[]) =>
    queryOptions({
      queryKey: [...all, 'facts', kind, personId, months.join(',')],
      queryFn: () =>
        // The first open month is offered too: choosing it is asking for a provisional document.
        call('GET /attestations/facts', {
          query: { kind, personId, months: months.join(','), isProvisional: 'true' },
        }),
      enabled: personId !== '',
      placeholderData: keepPreviousData,
    }),
  people: (search: string) =>
    queryOptions({
      queryKey: [...all, 'people', search],
      queryFn: () => call('GET /people', { query: { search } }),
      placeholderData: keepPreviousData,
    }),
  requests: (personId: string) =>
    queryOptions({
      queryKey: [...all, 'requests', personId],
      queryFn: () => call('GET /people/:personId/attestation-requests', { params: { personId } }),
      enabled: personId !== '',
    }),
  ownRequests: () =>
    queryOptions({
      queryKey: [...all, 'own-requests'],
      queryFn: () => call('GET /me/attestation-requests'),
    }),
  own: () =>
    queryOptions({ queryKey: [...all, 'own'], queryFn: () => call('GET /me/attestations') }),
}
