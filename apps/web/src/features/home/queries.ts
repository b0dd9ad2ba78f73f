import { queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type Queue = Api['GET /home/queue']['response']
export type QueueItem = Queue['items'][number]
export type QueueKind = QueueItem['kind']

const all = ['home'] as const

export const homeQueries = {
  all,
  /** Always asked again: things get done elsewhere, and by colleagues. */
  queue: () =>
    queryOptions({
      queryKey: [...all, 'queue'],
      queryFn: () => call('GET /home/queue'),
      staleTime: 0,
    }),
}
