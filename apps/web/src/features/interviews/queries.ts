import { queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type Interview = Api['GET /interviews/:interviewId']['response']
export type InterviewBody = Api['POST /people/:personId/interviews']['body']

const all = ['interviews'] as const

export const interviewQueries = {
  all,
  detail: (interviewId: string) =>
    queryOptions({
      queryKey: [...all, 'detail', interviewId],
      queryFn: () => call('GET /interviews/:interviewId', { params: { interviewId } }),
    }),
  /** Whose interview is being noted. */
  person: (personId: string) =>
    queryOptions({
      queryKey: [...all, 'person', personId],
      queryFn: () => call('GET /people/:personId', { params: { personId } }),
    }),
  advisers: () =>
    queryOptions({ queryKey: [...all, 'advisers'], queryFn: () => call('GET /advisers') }),
  own: () => queryOptions({ queryKey: [...all, 'own'], queryFn: () => call('GET /me/interviews') }),
}
