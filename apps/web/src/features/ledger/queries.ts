import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type OwnAccount = Api['GET /me/account']['response'][number]
export type OwnMonth = OwnAccount['months'][number]
export type Account = Api['GET /me/account/:month']['response']
export type AccountLine = Account['lines'][number]
export type OwnSharedYear = Api['GET /me/shared-services']['response'][number]
type AskedAccount = Api['GET /activities/:activityId/account']['query']
export type StaffAccount = Api['GET /activities/:activityId/account']['response']
export type AccountMonth = StaffAccount['months'][number]
export type AccountRow = Api['GET /accounts']['response'][number]
export type JournalPart = Api['GET /ledger']['response']
export type Posting = JournalPart['postings'][number]

const all = ['ledger'] as const

export const ledgerQueries = {
  all,
  own: () => queryOptions({ queryKey: [...all, 'own'], queryFn: () => call('GET /me/account') }),
  ownSharedServices: () =>
    queryOptions({
      queryKey: [...all, 'own', 'shared-services'],
      queryFn: () => call('GET /me/shared-services'),
    }),
  ownMonth: (month: string, activityId: string | undefined) =>
    queryOptions({
      queryKey: [...all, 'own', month, activityId ?? ''],
      queryFn: () => call('GET /me/account/:month', { params: { month }, query: { activityId } }),
    }),
  accounts: () =>
    queryOptions({ queryKey: [...all, 'accounts'], queryFn: () => call('GET /accounts') }),
  ownOn: (day: string) =>
    queryOptions({
      queryKey: [...all, 'own-on', day],
      queryFn: () => call('GET /me/account-on', { query: { day } }),
    }),
  /** The months before those that came with the account, page after page; asked for by hand. */
  ownMonths: (activityId: string, before: string) =>
    infiniteQueryOptions({
      queryKey: [...all, 'own-months', activityId, before],
      queryFn: ({ pageParam }) =>
        call('GET /me/account-months', { query: { activityId, before: pageParam } }),
      initialPageParam: before,
      getNextPageParam: (page) => page.nextBefore ?? undefined,
    }),
  /** One page of them: a year and its neighbour. */
  ownMonthsBefore: (activityId: string, before: string) =>
    queryOptions({
      queryKey: [...all, 'own-months-before', activityId, before],
      queryFn: () => call('GET /me/account-months', { query: { activityId, before } }),
    }),
  account: (activityId: string, asked: AskedAccount) =>
    queryOptions({
      queryKey: [...all, 'account', activityId, asked],
      queryFn: () =>
        call('GET /activities/:activityId/account', { params: { activityId }, query: asked }),
      placeholderData: keepPreviousData,
    }),
  journal: (month: string) =>
    infiniteQueryOptions({
      queryKey: [...all, 'journal', month],
      queryFn: ({ pageParam }) => call('GET /ledger', { query: { month, cursor: pageParam } }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (part) => part.nextCursor ?? undefined,
    }),
}
