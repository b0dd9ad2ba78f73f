import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'
import { WORK_KEY, type WorkItem } from '../../lib/work.ts'

export type Queue = Api['GET /home/queue']['response']
export type QueueItem = WorkItem
export type MonthStrip = Api['GET /home/month']['response']
export type QueueKind = QueueItem['kind']
export type QueueFilter = Omit<Api['GET /home/queue']['query'], 'after'>
export type Target = Pick<QueueItem, 'kind' | 'targetId'>

const all = WORK_KEY

export const homeQueries = {
  all,
  /** Always asked again: things get done elsewhere, and by colleagues. */
  queue: (query: QueueFilter) =>
    infiniteQueryOptions({
      queryKey: [...all, 'queue', query],
      initialPageParam: '',
      queryFn: ({ pageParam }) =>
        call('GET /home/queue', { query: { ...query, after: pageParam || undefined } }),
      getNextPageParam: (last) => last.next,
      staleTime: 0,
      placeholderData: keepPreviousData,
    }),
  month: () =>
    queryOptions({
      queryKey: [...all, 'month'],
      queryFn: () => call('GET /home/month'),
      staleTime: 0,
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
