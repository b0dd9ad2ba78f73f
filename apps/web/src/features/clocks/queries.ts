import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type DeadlinesFilter = Omit<Api['GET /deadlines']['query'], 'after'>
export type Deadline = Api['GET /deadlines']['response']['deadlines'][number]

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
  colleagues: () =>
    queryOptions({
      queryKey: [...all, 'colleagues'],
      queryFn: () => call('GET /home/colleagues'),
    }),
}
