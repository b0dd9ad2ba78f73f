import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type Queue = Api['GET /home/queue']['response']
export type QueueItem = Queue['items'][number]
export type QueueKind = QueueItem['kind']
export type QueueFilter = Api['GET /home/queue']['query']
export type Target = Pick<QueueItem, 'kind' | 'targetId'>

const all = ['home'] as const

export const homeQueries = {
  all,
  /** Always asked again: things get done elsewhere, and by colleagues. */
  queue: (query: QueueFilter) =>
    queryOptions({
      queryKey: [...all, 'queue', query],
      queryFn: () => call('GET /home/queue', { query }),
      staleTime: 0,
      placeholderData: keepPreviousData,
    }),
  colleagues: () =>
    queryOptions({
      queryKey: [...all, 'colleagues'],
      queryFn: async () => (await call('GET /home/colleagues')).colleagues,
    }),
  marks: ({ kind, targetId }: Target) =>
    queryOptions({
      queryKey: [...all, 'marks', kind, targetId],
      queryFn: async () => (await call('GET /home/marks', { query: { kind, targetId } })).marks,
      staleTime: 0,
    }),
}
