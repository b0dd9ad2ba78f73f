import { queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../../lib/api.ts'
import { useAct } from '../life/queries.ts'
import { contractQueries } from '../queries.ts'

export type Amendments = Api['GET /contracts/:contractId/amendments']['response']
export type AmendmentBody = Api['PUT /amendments/:amendmentId']['body']
export type Amendment = Api['GET /amendments/:amendmentId']['response']

export const amendmentQueries = {
  list: (contractId: string) =>
    queryOptions({
      queryKey: [...contractQueries.all, 'amendments', contractId],
      queryFn: () => call('GET /contracts/:contractId/amendments', { params: { contractId } }),
    }),
  detail: (amendmentId: string) =>
    queryOptions({
      queryKey: [...contractQueries.all, 'amendment', amendmentId],
      queryFn: () => call('GET /amendments/:amendmentId', { params: { amendmentId } }),
    }),
}

export function useDraftAmendment(contractId: string) {
  return useAct((body: Api['POST /contracts/:contractId/amendments']['body']) =>
    call('POST /contracts/:contractId/amendments', { params: { contractId }, body }),
  )
}

export function useEditAmendment(amendmentId: string, version: number) {
  return useAct((body: AmendmentBody) =>
    call('PUT /amendments/:amendmentId', { params: { amendmentId }, body, ifMatch: version }),
  )
}

export function useSendAmendment(amendmentId: string) {
  return useAct((version: number) =>
    call('POST /amendments/:amendmentId/sending', { params: { amendmentId }, ifMatch: version }),
  )
}

export function useCancelAmendment(amendmentId: string) {
  return useAct(({ reason, version }: { reason: string; version: number }) =>
    call('POST /amendments/:amendmentId/cancellation', {
      params: { amendmentId },
      body: { reason },
      ifMatch: version,
    }),
  )
}
