import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type PeopleFilter = Pick<
  Api['GET /people']['query'],
  'search' | 'view' | 'stage' | 'adviser'
>
export type PersonLine = Api['GET /people']['response']['people'][number]
export type PersonFile = Api['GET /people/:personId']['response']
export type Welcome = Api['GET /people/:personId/welcome']['response']
export type TimelineEvent = Api['GET /people/:personId/timeline']['response']['events'][number]
export type Subject = NonNullable<Api['GET /people/:personId/timeline']['query']['about']>

const all = ['people'] as const

export type Vehicle = Api['GET /people/:personId/vehicles']['response'][number]

export const peopleQueries = {
  vehicles: (personId: string) =>
    queryOptions({
      queryKey: ['vehicles', personId],
      queryFn: () => call('GET /people/:personId/vehicles', { params: { personId } }),
    }),
  all,
  list: (filter: PeopleFilter) =>
    infiniteQueryOptions({
      queryKey: [...all, 'list', filter],
      initialPageParam: '',
      queryFn: ({ pageParam, signal }) =>
        call('GET /people', { query: { ...filter, after: pageParam || undefined }, signal }),
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
    }),
  file: (personId: string) =>
    queryOptions({
      queryKey: [...all, 'file', personId],
      queryFn: () => call('GET /people/:personId', { params: { personId } }),
    }),
  clocks: (personId: string) =>
    queryOptions({
      queryKey: [...all, 'file', personId, 'clocks'],
      queryFn: () => call('GET /people/:personId/clocks', { params: { personId } }),
    }),
  interviews: (personId: string) =>
    queryOptions({
      queryKey: [...all, 'file', personId, 'interviews'],
      queryFn: () => call('GET /people/:personId/interviews', { params: { personId } }),
    }),
  welcome: (personId: string) =>
    queryOptions({
      queryKey: [...all, 'file', personId, 'welcome'],
      queryFn: () => call('GET /people/:personId/welcome', { params: { personId } }),
    }),
  thread: (personId: string, about: Subject | undefined) =>
    infiniteQueryOptions({
      queryKey: [...all, 'file', personId, 'thread', about ?? 'all'],
      initialPageParam: '',
      queryFn: ({ pageParam }) =>
        call('GET /people/:personId/timeline', {
          params: { personId },
          query: { about, before: pageParam || undefined },
        }),
      getNextPageParam: (last) => last.next,
    }),
}

/** Who may follow people. */
export const advisersQuery = queryOptions({
  queryKey: ['advisers'],
  queryFn: () => call('GET /advisers'),
})
