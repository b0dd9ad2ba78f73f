import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../../lib/api.ts'

export type Queue = Api['GET /declarations']['response']
export type QueueRow = Queue['rows'][number]
export type Reviewed = Api['GET /declarations/:id']['response']
export type Flag = Reviewed['flags'][number]
export type CallList = Api['GET /months/:month/missing-declarations']['response']
export type MissingPerson = CallList['people'][number]
export type Expenses = Api['GET /expenses']['response']
export type Expense = Expenses['rows'][number]
export type Started = Api['GET /people/:personId/declarations/:month/draft']['response']
export type ReviewLines = Reviewed['lines']
export type CorrectedLines = Api['PUT /declarations/:id/lines']['body']['lines']

const all = ['review'] as const

/** Each view with its name in the address. */
export const QUEUE_VIEWS = {
  'a-revoir': 'to-review',
  questions: 'questions',
  reponses: 'answered',
  manquantes: 'missing',
  acceptees: 'accepted',
  toutes: 'all',
} as const
export type ViewSlug = keyof typeof QUEUE_VIEWS

export const reviewQueries = {
  all,
  queue: (slug: ViewSlug, month: string | undefined) =>
    queryOptions({
      queryKey: [...all, 'queue', slug, month ?? ''],
      queryFn: () => call('GET /declarations', { query: { view: QUEUE_VIEWS[slug], month } }),
      placeholderData: keepPreviousData,
    }),
  missing: (month: string) =>
    queryOptions({
      queryKey: [...all, 'missing', month],
      queryFn: () => call('GET /months/:month/missing-declarations', { params: { month } }),
    }),
  vehicles: (personId: string) =>
    queryOptions({
      queryKey: [...all, 'vehicles', personId],
      queryFn: () => call('GET /people/:personId/vehicles', { params: { personId } }),
    }),
  started: (of: { personId: string; month: string; activity: string | undefined }) =>
    queryOptions({
      queryKey: [...all, 'started', of.personId, of.month, of.activity ?? ''],
      queryFn: () =>
        call('GET /people/:personId/declarations/:month/draft', {
          params: { personId: of.personId, month: of.month },
          query: { activity: of.activity },
        }),
      // What staff type over it must not change under their hands.
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 0,
    }),
  expenses: (view: 'to-pay' | 'paid' | 'all', page: number) =>
    queryOptions({
      queryKey: [...all, 'expenses', view, page],
      queryFn: () => call('GET /expenses', { query: { view, page } }),
    }),
  one: (id: string) =>
    queryOptions({
      queryKey: [...all, 'one', id],
      queryFn: () => call('GET /declarations/:id', { params: { id } }),
    }),
}
