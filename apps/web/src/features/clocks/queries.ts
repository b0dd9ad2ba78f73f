import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type DeadlinesFilter = Omit<Api['GET /deadlines']['query'], 'after'>
export type Deadline = Api['GET /deadlines']['response']['deadlines'][number]

export type Assembly = Api['GET /assemblies']['response'][number]

const all = ['clocks'] as const

export const clockQueries = {
  deadlines: (filter: DeadlinesFilter) =>
    infiniteQueryOptions({
      queryKey: [...all, 'deadlines', filter],
      initialPageParam: '',
      queryFn: ({ pageParam, signal }) =>
        call('GET /deadlines', { query: { ...filter, after: pageParam || undefined }, signal }),
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
    }),
  assemblies: () =>
    queryOptions({
      queryKey: [...all, 'assemblies'],
      queryFn: () => call('GET /assemblies'),
    }),
  colleagues: () =>
    queryOptions({
      queryKey: [...all, 'colleagues'],
      queryFn: () => call('GET /home/colleagues'),
    }),
}

/** An assembly or a payment moves dates of many people, and what waits. */
function useRefresh() {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: all })
    await client.invalidateQueries({ queryKey: ['home'] })
  }
}

export function useRecordAssembly() {
  return useMutation({
    mutationFn: (body: Api['POST /assemblies']['body']) => call('POST /assemblies', { body }),
    onSuccess: useRefresh(),
  })
}

export function useWithdrawAssembly(heldOn: string) {
  return useMutation({
    mutationFn: () => call('DELETE /assemblies/:heldOn', { params: { heldOn } }),
    onSuccess: useRefresh(),
  })
}

export function useSettle(heldOn: string) {
  return useMutation({
    mutationFn: (body: Api['POST /assemblies/:heldOn/settlements']['body']) =>
      call('POST /assemblies/:heldOn/settlements', { params: { heldOn }, body }),
    onSuccess: useRefresh(),
  })
}
