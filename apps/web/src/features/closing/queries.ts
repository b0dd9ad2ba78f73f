import { queryOptions } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'
import { closingsQuery } from '../../lib/closings-query.ts'

export type ClosingMonth = Api['GET /closings']['response'][number]
export type Checks = Api['GET /closings/:month/checks']['response']
export type Check = Checks['checks'][number]
export type CheckCode = Check['code']
export type Concerned = Check['people'][number]
export type Preview = Api['GET /closings/:month/preview']['response']
export type PreviewLine = Preview['lines'][number]
export type Figures = Preview['totals']
export type Closing = Api['GET /closings/:month']['response']
export type Version = Api['GET /closings/:month/versions']['response'][number]
export type ClosingLine = Closing['lines'][number]

const all = ['closing'] as const

export const closingQueries = {
  all,
  list: closingsQuery,
  checks: (month: string) =>
    queryOptions({
      queryKey: [...all, month, 'checks'],
      queryFn: () => call('GET /closings/:month/checks', { params: { month } }),
      // Declarations arrive while somebody closes: coming back to the page looks again.
      staleTime: 0,
    }),
  preview: (month: string) =>
    queryOptions({
      queryKey: [...all, month, 'preview'],
      queryFn: () => call('GET /closings/:month/preview', { params: { month } }),
      staleTime: 0,
    }),
  versions: (month: string) =>
    queryOptions({
      queryKey: [...all, month, 'versions'],
      queryFn: () => call('GET /closings/:month/versions', { params: { month } }),
    }),
  detail: (month: string) =>
    queryOptions({
      queryKey: [...all, month, 'detail'],
      queryFn: () => call('GET /closings/:month', { params: { month } }),
    }),
}
