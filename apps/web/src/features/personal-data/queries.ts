import { queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type PersonalCopy = Api['GET /me/personal-data']['response']['exports'][number]

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
}
