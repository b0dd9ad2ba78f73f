import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../../lib/api.ts'
import { contractQueries } from '../queries.ts'

/** What a CESA of a person can be, with the limits of the law for a first day. */
export const cesaChoicesQuery = (personId: string, startsOn: string) =>
  queryOptions({
    queryKey: [...contractQueries.all, 'cesa-choices', personId, startsOn],
    queryFn: () =>
      call('GET /people/:personId/cesa-choices', {
        params: { personId },
        query: startsOn === '' ? {} : { startsOn },
      }),
    placeholderData: keepPreviousData,
  })

function useRefresh() {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: contractQueries.all })
    await client.invalidateQueries({ queryKey: ['people'] })
  }
}

export function useCreateCesa(personId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /people/:personId/cesa']['body']) =>
      call('POST /people/:personId/cesa', { params: { personId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useEditCesa(contractId: string, version: number) {
  return useMutation({
    mutationFn: (body: Api['PUT /contracts/:contractId/cesa']['body']) =>
      call('PUT /contracts/:contractId/cesa', { params: { contractId }, body, ifMatch: version }),
    onSuccess: useRefresh(),
  })
}
