import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call, upload } from '../../lib/api.ts'

type Month = Api['GET /pay/:month/slips']['response']
export type Slip = Month['slips'][number]
export type SlipImport = Month['imports'][number]
export type Preview = Api['POST /pay/:month/imports/preview']['response']
export type PlannedSlip = Preview['slips'][number]
export type SlipRefusal = Preview['refusals'][number]

export const slipQueries = {
  month: (month: string) =>
    queryOptions({
      queryKey: ['pay', 'slips', month],
      queryFn: () => call('GET /pay/:month/slips', { params: { month } }),
    }),
}

/** What a file would write: it is sent, read and forgotten. */
export function usePreviewSlips(month: string) {
  return useMutation({
    mutationFn: (file: File) =>
      upload('POST /pay/:month/imports/preview', file, {
        params: { month },
        query: { fileName: file.name },
      }),
  })
}

/** The same file again, as it was previewed. Pay moves accounts, so that everything is read anew. */
export function useImportSlips(month: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ file, fingerprint }: { file: File; fingerprint: string }) =>
      upload('POST /pay/:month/imports', file, {
        params: { month },
        query: { fileName: file.name, fingerprint },
      }),
    onSuccess: () => void client.invalidateQueries(),
  })
}

export function useUndoSlips() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (importId: string) =>
      call('POST /pay-imports/:importId/undo', { params: { importId } }),
    onSuccess: () => void client.invalidateQueries(),
  })
}
