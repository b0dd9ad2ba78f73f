import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call, upload } from '../../../lib/api.ts'
import { tutoringQueries } from '../queries.ts'

export type Sheet = Api['GET /tutoring/time-sheets/:personId']['response']
export type Operation = Api['GET /tutoring/operations']['response'][number]
export type OperationVersion =
  Api['GET /tutoring/operations/:operationId/versions']['response'][number]
type Words = Api['PUT /tutoring/operations/:operationId']['body']

export interface SheetAsked {
  personId: string
  query: { month: string; operationId?: string; operation: string; operationName: string }
}

export function operationsQuery() {
  return queryOptions({
    queryKey: [...tutoringQueries.all, 'operations'],
    queryFn: () => call('GET /tutoring/operations'),
  })
}

export function operationVersionsQuery({ id, version }: Operation) {
  return queryOptions({
    queryKey: [...tutoringQueries.all, 'operations', id, version],
    queryFn: () =>
      call('GET /tutoring/operations/:operationId/versions', { params: { operationId: id } }),
  })
}

export function sheetQuery({ personId, query }: SheetAsked) {
  return queryOptions({
    queryKey: [...tutoringQueries.all, 'time-sheet', personId, query],
    queryFn: () => call('GET /tutoring/time-sheets/:personId', { params: { personId }, query }),
  })
}

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: tutoringQueries.all })
}

/** Adds an operation, or writes the next version of one that was read. */
export function useSaveOperation(before: Operation | null) {
  return useMutation({
    mutationFn: async ({ isClosed, ...words }: Words) => {
      if (before === null) return call('POST /tutoring/operations', { body: words })
      return call('PUT /tutoring/operations/:operationId', {
        params: { operationId: before.id },
        body: { ...words, isClosed },
        ifMatch: before.version,
      })
    },
    onSuccess: useRefresh(),
  })
}

export function useReceiveSheet(of: { personId: string; month: string; operationId: string }) {
  const { personId, ...query } = of
  return useMutation({
    mutationFn: ({ file, ...given }: { file: File; signedOn: string; code: string }) =>
      upload('POST /tutoring/time-sheets/:personId/paper', file, {
        params: { personId },
        query: { ...query, ...given, fileName: file.name.slice(0, 200) },
      }),
    onSuccess: useRefresh(),
  })
}
