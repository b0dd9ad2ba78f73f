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
