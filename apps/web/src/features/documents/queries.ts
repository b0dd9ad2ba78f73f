import { queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'

export type Paper = Api['GET /people/:personId/documents']['response']['documents'][number]
export type PaperVersion = Paper['versions'][number]
export type PaperKind = Paper['kind']
export type Numbers = Api['GET /people/:personId/numbers']['response']
export type NumberKind = Numbers['numbers'][number]['kind']

const all = ['documents'] as const

export const documentQueries = {
  all,
  papers: (personId: string) =>
    queryOptions({
      queryKey: [...all, 'papers', personId],
      queryFn: () => call('GET /people/:personId/documents', { params: { personId } }),
    }),
  numbers: (personId: string) =>
    queryOptions({
      queryKey: [...all, 'numbers', personId],
      queryFn: () => call('GET /people/:personId/numbers', { params: { personId } }),
    }),
  person: (personId: string) =>
    queryOptions({
      queryKey: [...all, 'person', personId],
      queryFn: () => call('GET /people/:personId', { params: { personId } }),
    }),
  scans: () =>
    queryOptions({
      queryKey: [...all, 'scans'],
      queryFn: () => call('GET /file-scans'),
      staleTime: 0,
    }),
}
