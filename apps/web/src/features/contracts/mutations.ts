import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'
import { contractQueries } from './queries.ts'

/** A contract moves its person's file too: both are read again. */
function useRefresh() {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: contractQueries.all })
    await client.invalidateQueries({ queryKey: ['people'] })
  }
}

export function useCreateContract(personId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /people/:personId/contracts']['body']) =>
      call('POST /people/:personId/contracts', { params: { personId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useEditContract(contractId: string, version: number) {
  return useMutation({
    mutationFn: (body: Api['PUT /contracts/:contractId']['body']) =>
      call('PUT /contracts/:contractId', { params: { contractId }, body, ifMatch: version }),
    onSuccess: useRefresh(),
  })
}

export function useSendContract(contractId: string) {
  return useMutation({
    mutationFn: (version: number) =>
      call('POST /contracts/:contractId/sending', { params: { contractId }, ifMatch: version }),
    onSuccess: useRefresh(),
  })
}

export function useCountersign(contractId: string) {
  return useMutation({
    mutationFn: (documentSha256: string) =>
      call('POST /contracts/:contractId/countersignature', {
        params: { contractId },
        body: { documentSha256 },
      }),
    onSuccess: useRefresh(),
  })
}

export function useCancelContract(contractId: string) {
  return useMutation({
    mutationFn: ({ reason, version }: { reason: string; version: number }) =>
      call('POST /contracts/:contractId/cancellation', {
        params: { contractId },
        body: { reason },
        ifMatch: version,
      }),
    onSuccess: useRefresh(),
  })
}

export function useAskCode(contractId: string) {
  return useMutation({
    mutationFn: () =>
      call('POST /me/contracts/:contractId/signing-code', { params: { contractId } }),
  })
}

export function useSign(contractId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /me/contracts/:contractId/signature']['body']) =>
      call('POST /me/contracts/:contractId/signature', { params: { contractId }, body }),
    onSuccess: useRefresh(),
  })
}
