import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../../lib/api.ts'
import { tutoringQueries } from '../queries.ts'

export type OwnProfile = Api['GET /me/tutoring/profile']['response']
export type OwnNeeds = Api['GET /me/tutoring/needs']['response']
export type Need = Api['GET /tutoring/needs']['response']['needs'][number]
export type Matches = Api['GET /tutoring/needs/:needId/matches']['response']
export type Tutor = Api['GET /tutoring/profiles']['response']['profiles'][number]
export type Charter = Api['GET /tutoring/profiles']['response']['charter']
export type NeedView = 'waiting' | 'closed'

const all = [...tutoringQueries.all, 'matching'] as const

export const matchingQueries = {
  ownProfile: () =>
    queryOptions({
      queryKey: [...all, 'own-profile'],
      queryFn: () => call('GET /me/tutoring/profile'),
    }),
  ownNeeds: () =>
    queryOptions({
      queryKey: [...all, 'own-needs'],
      queryFn: () => call('GET /me/tutoring/needs'),
    }),
  needs: (view: NeedView) =>
    infiniteQueryOptions({
      queryKey: [...all, 'needs', view],
      initialPageParam: '',
      queryFn: ({ pageParam }) =>
        call('GET /tutoring/needs', { query: { view, after: pageParam || undefined } }),
      getNextPageParam: (last) => last.next,
    }),
  matches: (needId: string) =>
    infiniteQueryOptions({
      queryKey: [...all, 'matches', needId],
      initialPageParam: '',
      queryFn: ({ pageParam }) =>
        call('GET /tutoring/needs/:needId/matches', {
          params: { needId },
          query: { after: pageParam || undefined },
        }),
      getNextPageParam: (last) => last.next,
    }),
  profiles: () =>
    infiniteQueryOptions({
      queryKey: [...all, 'profiles'],
      initialPageParam: '',
      queryFn: ({ pageParam }) =>
        call('GET /tutoring/profiles', { query: { after: pageParam || undefined } }),
      getNextPageParam: (last) => last.next,
    }),
}
