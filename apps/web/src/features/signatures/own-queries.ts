import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type OwnSignature = Api['GET /me/signatures']['response'][number]
export type OwnDetail = Api['GET /me/signatures/:signatureId']['response']
export type OwnContract = Api['GET /me/contracts']['response'][number]

const all = ['own-signatures'] as const

export const ownSignatureQueries = {
  all,
  list: () =>
    queryOptions({ queryKey: [...all, 'list'], queryFn: () => call('GET /me/signatures') }),
  contracts: () =>
    queryOptions({ queryKey: [...all, 'contracts'], queryFn: () => call('GET /me/contracts') }),
  dates: () => queryOptions({ queryKey: [...all, 'dates'], queryFn: () => call('GET /me/clocks') }),
  detail: (signatureId: string) =>
    queryOptions({
      queryKey: [...all, 'detail', signatureId],
      queryFn: () => call('GET /me/signatures/:signatureId', { params: { signatureId } }),
    }),
  /** What was sent never changes. */
  text: (signatureId: string) =>
    queryOptions({
      queryKey: [...all, 'text', signatureId],
      queryFn: () => call('GET /me/signatures/:signatureId/text', { params: { signatureId } }),
      staleTime: Number.POSITIVE_INFINITY,
    }),
}

/** What the person does changes their papers and their home page. */
function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}

export function useNoteReading(signatureId: string) {
  return useMutation({
    mutationFn: (documentSha256: string) =>
      call('POST /me/signatures/:signatureId/reading', {
        params: { signatureId },
        body: { documentSha256 },
      }),
  })
}

export function useAskForHelp(signatureId: string) {
  return useMutation({
    mutationFn: () => call('POST /me/signatures/:signatureId/help', { params: { signatureId } }),
    onSuccess: useRefresh(),
  })
}

export function useAskCode(signatureId: string) {
  return useMutation({
    mutationFn: () => call('POST /me/signatures/:signatureId/code', { params: { signatureId } }),
  })
}

export function useSign(signatureId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /me/signatures/:signatureId/signature']['body']) =>
      call('POST /me/signatures/:signatureId/signature', { params: { signatureId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useRefuse(signatureId: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /me/signatures/:signatureId/refusal', {
        params: { signatureId },
        body: { reason },
      }),
    onSuccess: useRefresh(),
  })
}
