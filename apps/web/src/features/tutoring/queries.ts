import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type TutorHome = Api['GET /me/tutoring']['response']
export type TutoringSession = TutorHome['sessions'][number]
export type SessionBody = Api['PUT /me/tutoring/sessions/:sessionId']['body']
export type Figures = TutorHome['figures'][number]
export type Ripple = Api['GET /tutoring/ripple']['response']
export type Badges = Api['GET /tutoring/badges']['response']
export type Badge = Badges['badges'][number]
export type SessionView = NonNullable<Api['GET /tutoring']['query']>['view']

const all = ['tutoring'] as const

export const tutoringQueries = {
  all,
  months: () =>
    queryOptions({ queryKey: [...all, 'months'], queryFn: () => call('GET /me/tutoring/months') }),
  ownBadges: () =>
    queryOptions({
      queryKey: [...all, 'own-badges'],
      queryFn: () => call('GET /me/tutoring/badges'),
    }),
  badges: () =>
    infiniteQueryOptions({
      queryKey: [...all, 'badges'],
      initialPageParam: '',
      queryFn: ({ pageParam }) =>
        call('GET /tutoring/badges', { query: { before: pageParam || undefined } }),
      getNextPageParam: (last) => last.next,
    }),
  engagement: (year: number) =>
    queryOptions({
      queryKey: [...all, 'engagement', year],
      queryFn: () => call('GET /me/tutoring/engagement', { query: { year } }),
    }),
  hostEngagement: (hostId: string, year: number) =>
    queryOptions({
      queryKey: [...all, 'host-engagement', hostId, year],
      queryFn: () =>
        call('GET /tutoring/hosts/:hostId/engagement', { params: { hostId }, query: { year } }),
    }),
  session: (sessionId: string) =>
    queryOptions({
      queryKey: [...all, 'session', sessionId],
      queryFn: () => call('GET /me/tutoring/sessions/:sessionId', { params: { sessionId } }),
    }),
  hosts: () =>
    queryOptions({ queryKey: [...all, 'hosts'], queryFn: () => call('GET /tutoring/hosts') }),
  valuation: (hostId: string, year: number) =>
    queryOptions({
      queryKey: [...all, 'valuation', hostId, year],
      queryFn: () =>
        call('GET /tutoring/hosts/:hostId/valuation', { params: { hostId }, query: { year } }),
    }),
  history: (sessionId: string) =>
    queryOptions({
      queryKey: [...all, 'history', sessionId],
      queryFn: () => call('GET /tutoring/sessions/:sessionId', { params: { sessionId } }),
    }),
  sessions: (view: NonNullable<SessionView>) =>
    infiniteQueryOptions({
      queryKey: [...all, 'sessions', view],
      initialPageParam: '',
      queryFn: ({ pageParam }) =>
        call('GET /tutoring', { query: { view, before: pageParam || undefined } }),
      getNextPageParam: (last) => last.next,
    }),
  relations: () =>
    infiniteQueryOptions({
      queryKey: [...all, 'relations'],
      initialPageParam: '',
      queryFn: ({ pageParam }) =>
        call('GET /tutoring/relations', { query: { after: pageParam || undefined } }),
      getNextPageParam: (last) => last.next,
    }),
  candidates: () =>
    queryOptions({
      queryKey: [...all, 'candidates'],
      queryFn: () => call('GET /tutoring/candidates'),
    }),
  ripple: () =>
    queryOptions({ queryKey: [...all, 'ripple'], queryFn: () => call('GET /tutoring/ripple') }),
  confirmation: (token: string) =>
    queryOptions({
      queryKey: [...all, 'confirmation', token],
      queryFn: () => call('GET /confirmations/:token', { params: { token } }),
      retry: false,
    }),
}
