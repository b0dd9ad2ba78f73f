import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../../lib/api.ts'

export type Lead = Api['GET /leads/:leadId']['response']
export type LeadLine = Api['GET /leads']['response']['leads'][number]
export type LeadFilter = Pick<Api['GET /leads']['query'], 'search' | 'stage'>
export type Meeting = Api['GET /information-meetings/:meetingId']['response']
export type Welcome = Api['GET /people/:personId/welcome']['response']
export type Piece = Welcome['pieces'][number]

const all = ['onboarding'] as const

export const onboardingQueries = {
  all,
  leads: (filter: LeadFilter) =>
    infiniteQueryOptions({
      queryKey: [...all, 'leads', filter],
      initialPageParam: '',
      queryFn: ({ pageParam }) =>
        call('GET /leads', { query: { ...filter, after: pageParam || undefined } }),
      getNextPageParam: (last) => last.next,
    }),
  lead: (leadId: string) =>
    queryOptions({
      queryKey: [...all, 'lead', leadId],
      queryFn: () => call('GET /leads/:leadId', { params: { leadId } }),
    }),
  meetings: infiniteQueryOptions({
    queryKey: [...all, 'meetings'],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call('GET /information-meetings', { query: { after: pageParam || undefined } }),
    getNextPageParam: (last) => last.next,
  }),
  meeting: (meetingId: string) =>
    queryOptions({
      queryKey: [...all, 'meeting', meetingId],
      queryFn: () => call('GET /information-meetings/:meetingId', { params: { meetingId } }),
    }),
  welcome: (personId: string) =>
    queryOptions({
      queryKey: [...all, 'welcome', personId],
      queryFn: () => call('GET /people/:personId/welcome', { params: { personId } }),
    }),
  referents: infiniteQueryOptions({
    queryKey: [...all, 'referents'],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      call('GET /referents', { query: { after: pageParam || undefined } }),
    getNextPageParam: (last) => last.next,
  }),
  pieceKinds: queryOptions({
    queryKey: [...all, 'piece-kinds'],
    queryFn: () => call('GET /piece-kinds'),
  }),
  advisers: queryOptions({
    queryKey: [...all, 'advisers'],
    queryFn: () => call('GET /advisers'),
  }),
}
