import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type TutorHome = Api['GET /me/tutoring']['response']
export type TutoringSession = TutorHome['sessions'][number]
export type SessionView = NonNullable<Api['GET /tutoring']['query']>['view']

const all = ['tutoring'] as const

export const tutoringQueries = {
  all,
  home: () => queryOptions({ queryKey: [...all, 'home'], queryFn: () => call('GET /me/tutoring') }),
  sessions: (view: NonNullable<SessionView>) =>
    infiniteQueryOptions({
      queryKey: [...all, 'sessions', view],
      initialPageParam: '',
      queryFn: ({ pageParam }) =>
        call('GET /tutoring', { query: { view, before: pageParam || undefined } }),
      getNextPageParam: (last) => last.next,
    }),
  relations: () =>
    queryOptions({
      queryKey: [...all, 'relations'],
      queryFn: () => call('GET /tutoring/relations'),
    }),
  candidates: () =>
    queryOptions({
      queryKey: [...all, 'candidates'],
      queryFn: () => call('GET /tutoring/candidates'),
    }),
  confirmation: (token: string) =>
    queryOptions({
      queryKey: [...all, 'confirmation', token],
      queryFn: () => call('GET /confirmations/:token', { params: { token } }),
      retry: false,
    }),
}
