import { queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type OwnAccount = Api['GET /me/account']['response'][number]
export type OwnMonth = OwnAccount['months'][number]
export type Account = Api['GET /me/account/:month']['response']
export type AccountLine = Account['lines'][number]

const all = ['ledger'] as const

export const ledgerQueries = {
  all,
  own: () => queryOptions({ queryKey: [...all, 'own'], queryFn: () => call('GET /me/account') }),
  ownMonth: (month: string, activityId: string | undefined) =>
    queryOptions({
      queryKey: [...all, 'own', month, activityId ?? ''],
      queryFn: () => call('GET /me/account/:month', { params: { month }, query: { activityId } }),
    }),
}
