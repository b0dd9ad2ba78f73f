import { QueryCache, QueryClient } from '@tanstack/react-query'
import { isOffline, problemOf } from './problem-error.ts'
import { sessionKey } from './session.ts'

/** One cache for the page. Refusals are not retried; the network being away is, twice. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => forgetSession(client, error) }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) => isOffline(error) && failures < 2,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return client
}

/** The server ended the session: the guard then shows the sign-in page and comes back here after. */
function forgetSession(client: QueryClient, error: unknown): void {
  if (problemOf(error)?.code === 'signed-out') client.setQueryData(sessionKey, null)
}
