import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type Activity = Api['GET /activities/:activityId']['response']
export type Convention = Api['GET /conventions/:conventionId']['response']
export type ConventionBody = Api['POST /activities/:activityId/conventions']['body']

const all = ['activities'] as const

export const activityQueries = {
  all,
  detail: (activityId: string) =>
    queryOptions({
      queryKey: [...all, 'detail', activityId],
      queryFn: () => call('GET /activities/:activityId', { params: { activityId } }),
    }),
  convention: (conventionId: string) =>
    queryOptions({
      queryKey: [...all, 'convention', conventionId],
      queryFn: () => call('GET /conventions/:conventionId', { params: { conventionId } }),
    }),
  people: (search: string) =>
    queryOptions({
      queryKey: [...all, 'people', search],
      queryFn: () => call('GET /people', { query: { search } }),
      placeholderData: keepPreviousData,
      enabled: search.trim() !== '',
    }),
}
