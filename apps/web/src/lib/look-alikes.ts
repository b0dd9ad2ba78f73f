import { queryOptions } from '@tanstack/react-query'
import { type Api, call } from './api.ts'

export type LookAlike = Api['GET /look-alikes']['response'][number]
export type LookAlikeQuery = Api['GET /look-alikes']['query']

/** Who looks like what was typed; asked once the server said that somebody does. */
export const lookAlikesQuery = (query: LookAlikeQuery, isAsked: boolean) =>
  queryOptions({
    queryKey: ['look-alikes', query],
    queryFn: () => call('GET /look-alikes', { query }),
    enabled: isAsked,
  })
