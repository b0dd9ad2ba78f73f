import { queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type PersonalCopy = Api['GET /me/personal-data']['response']['exports'][number]
export type Standing = Api['GET /me/personal-data']['response']['standing'][number]
export type OwnData = Api['GET /me/personal-data']['response']
export type PersonData = Api['GET /people/:personId/personal-data']['response']
export type Hold = PersonData['holds'][number]
export type RetentionKind = Api['GET /retention']['response']['kinds'][number]

const all = ['personal-data'] as const
/** Often enough to see it grow, rarely enough for a slow line. */
const WATCH_MS = 2000

/** While a copy is being made the page looks again by itself. */
function watch(data: { exports: readonly PersonalCopy[] } | undefined): number | false {
  return data?.exports.some((copy) => copy.state === 'waiting') === true ? WATCH_MS : false
}

export const personalDataQueries = {
  all,
  own: () =>
    queryOptions({
      queryKey: [...all, 'own'],
      queryFn: () => call('GET /me/personal-data'),
      refetchInterval: (query) => watch(query.state.data),
    }),
  person: (personId: string) =>
    queryOptions({
      queryKey: [...all, 'person', personId],
      queryFn: () => call('GET /people/:personId/personal-data', { params: { personId } }),
      refetchInterval: (query) => watch(query.state.data),
    }),
  retention: () =>
    queryOptions({ queryKey: [...all, 'retention'], queryFn: () => call('GET /retention') }),
}
