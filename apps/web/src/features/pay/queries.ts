import { queryOptions, skipToken, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call, fetchFile } from '../../lib/api.ts'
import { saveFile } from '../../lib/save-file.ts'

export type Estimate = Api['GET /salary-estimate']['response']
export type OwnEstimate = Api['GET /me/salary-estimate']['response']
export type PayLine = Api['GET /pay/:month']['response'][number]
export type VariableLine = Api['GET /pay/:month/variable']['response'][number]
export type Wish = Api['GET /me/salary-estimate']['query']
export type StaffWish = Api['GET /salary-estimate']['query']

export const payQueries = {
  /** What the first activity that has something holds, in cents; nothing when there is no account. */
  available: () =>
    queryOptions({
      queryKey: ['pay', 'available'],
      queryFn: async () => {
        const accounts = await call('GET /me/account')
        const own = accounts.map((account) => account.shared?.ownCents ?? account.balanceCents)
        return own.find((balance) => BigInt(balance) > 0n) ?? null
      },
    }),
  month: (month: string) =>
    queryOptions({
      queryKey: ['pay', 'month', month],
      queryFn: () => call('GET /pay/:month', { params: { month } }),
    }),
  variable: (month: string) =>
    queryOptions({
      queryKey: ['pay', 'variable', month],
      queryFn: () => call('GET /pay/:month/variable', { params: { month } }),
    }),
  export: (month: string) =>
    queryOptions({
      queryKey: ['pay', 'export', month],
      queryFn: () => call('GET /pay/:month/export', { params: { month } }),
      staleTime: 0,
    }),
  exports: (month: string) =>
    queryOptions({
      queryKey: ['pay', 'exports', month],
      queryFn: () => call('GET /pay/:month/exports', { params: { month } }),
      staleTime: 0,
    }),
  own: (wish: Wish | null) =>
    queryOptions({
      queryKey: ['pay', 'own', wish],
      queryFn: wish === null ? skipToken : () => call('GET /me/salary-estimate', { query: wish }),
      retry: false,
    }),
  staff: (wish: StaffWish | null) =>
    queryOptions({
      queryKey: ['pay', 'staff', wish],
      queryFn: wish === null ? skipToken : () => call('GET /salary-estimate', { query: wish }),
      retry: false,
    }),
}

type ExportFormat = Api['POST /pay/:month/exports']['body']['format']

/** The file is saved, and who took it out is in the list. */
export function useExport(month: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (format: ExportFormat) =>
      fetchFile('POST /pay/:month/exports', { params: { month }, body: { format } }),
    onSuccess: (file, format) => {
      saveFile(file, `paie-${month}.${format}`)
      return client.invalidateQueries({ queryKey: payQueries.exports(month).queryKey })
    },
  })
}

type Decision = Api['POST /pay/:month/decisions']['body']

/** What was agreed to by two persons is another question then, so that the export is asked anew. */
export function useDecide(month: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Decision) => call('POST /pay/:month/decisions', { params: { month }, body }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['pay'] }),
  })
}
