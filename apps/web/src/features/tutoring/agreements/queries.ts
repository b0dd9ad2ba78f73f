import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../../lib/api.ts'
import { tutoringQueries } from '../queries.ts'

export type Agreement = Api['GET /tutoring/relations/:relationId/agreement']['response']
export type AgreementLinks = Api['PUT /tutoring/relations/:relationId/agreement']['response']
export type Accord = Api['GET /agreements/:token']['response']

const all = [...tutoringQueries.all, 'agreements'] as const

export const agreementQueries = {
  one: (relationId: string) =>
    queryOptions({
      queryKey: [...all, 'one', relationId],
      queryFn: () =>
        call('GET /tutoring/relations/:relationId/agreement', { params: { relationId } }),
    }),
  accord: (token: string) =>
    queryOptions({
      queryKey: [...all, 'accord', token],
      queryFn: () => call('GET /agreements/:token', { params: { token } }),
      retry: false,
    }),
}

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: tutoringQueries.all })
}

export function useWriteAgreement(relationId: string, version: number) {
  return useMutation({
    mutationFn: (body: Api['PUT /tutoring/relations/:relationId/agreement']['body']) =>
      call('PUT /tutoring/relations/:relationId/agreement', {
        params: { relationId },
        body,
        ifMatch: version,
      }),
    onSuccess: useRefresh(),
  })
}

export function useChangeRelation(relationId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /tutoring/relations/:relationId/ways']['body']) =>
      call('POST /tutoring/relations/:relationId/ways', { params: { relationId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useNewLinks(relationId: string) {
  return useMutation({
    mutationFn: () =>
      call('POST /tutoring/relations/:relationId/agreement/links', { params: { relationId } }),
  })
}

export function useCountersign(relationId: string, version: number) {
  return useMutation({
    mutationFn: () =>
      call('POST /tutoring/relations/:relationId/agreement/countersignature', {
        params: { relationId },
        ifMatch: version,
      }),
    onSuccess: useRefresh(),
  })
}

export function useEndAgreement(relationId: string, version: number) {
  return useMutation({
    mutationFn: (body: Api['POST /tutoring/relations/:relationId/agreement/end']['body']) =>
      call('POST /tutoring/relations/:relationId/agreement/end', {
        params: { relationId },
        body,
        ifMatch: version,
      }),
    onSuccess: useRefresh(),
  })
}

export function useAnswerAccord(token: string) {
  return useMutation({
    mutationFn: (body: Api['POST /agreements/:token']['body']) =>
      call('POST /agreements/:token', { params: { token }, body }),
    onSuccess: useRefresh(),
  })
}

export function useReviewAccord(token: string) {
  return useMutation({
    mutationFn: (body: Api['POST /agreements/:token/review']['body']) =>
      call('POST /agreements/:token/review', { params: { token }, body }),
    onSuccess: useRefresh(),
  })
}

export function useRenewAccord(token: string) {
  return useMutation({
    mutationFn: () => call('POST /agreements/:token/renewal', { params: { token } }),
  })
}
