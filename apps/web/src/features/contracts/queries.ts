import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type ContractsFilter = Pick<Api['GET /contracts']['query'], 'search' | 'view'>
export type ContractLine = Api['GET /contracts']['response']['contracts'][number]
export type Contract = Api['GET /contracts/:contractId']['response']
export type Choices = Api['GET /people/:personId/contract-choices']['response']
export type Terms = Api['POST /people/:personId/contracts']['body']['terms']
export type Scheme = Omit<Choices['schemes'][number], 'id'>

const all = ['contracts'] as const

export const contractQueries = {
  all,
  list: (filter: ContractsFilter) =>
    infiniteQueryOptions({
      queryKey: [...all, 'list', filter],
      initialPageParam: '',
      queryFn: ({ pageParam, signal }) =>
        call('GET /contracts', { query: { ...filter, after: pageParam || undefined }, signal }),
      getNextPageParam: (last) => last.next,
      placeholderData: keepPreviousData,
    }),
  detail: (contractId: string) =>
    queryOptions({
      queryKey: [...all, 'detail', contractId],
      queryFn: () => call('GET /contracts/:contractId', { params: { contractId } }),
    }),
  choices: (personId: string) =>
    queryOptions({
      queryKey: [...all, 'choices', personId],
      queryFn: () => call('GET /people/:personId/contract-choices', { params: { personId } }),
    }),
}
