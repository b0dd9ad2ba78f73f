import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../../lib/api.ts'
import { WORK_KEY } from '../../../lib/work.ts'

export type Account = Api['GET /shared-services/:firstMonth']['response']
export type Line = Account['charges'][number]
export type Year = Api['GET /shared-services']['response'][number]
export type LineBody = Api['POST /shared-services/:firstMonth/lines']['body']
type Giving = Api['POST /shared-services/:firstMonth/giving']['body']

/** Below the key of closings: closing a month, or opening it again, changes these figures. */
const all = ['closing', 'shared-services'] as const

export const sharedServicesQueries = {
  years: () =>
    queryOptions({ queryKey: [...all, 'years'], queryFn: () => call('GET /shared-services') }),
  account: (firstMonth: string, version: string | null) =>
    queryOptions({
      queryKey: [...all, firstMonth, version ?? ''],
      queryFn: () =>
        call('GET /shared-services/:firstMonth', {
          params: { firstMonth },
          query: version === null ? {} : { version },
        }),
      // Once it is given, its document is drawn in the background.
      refetchInterval: ({ state }) => (state.data?.given?.documents.length === 0 ? 3_000 : false),
    }),
}

/** `onDone` belongs to the act and not to its form, which leaves the page with what is read again. */
function useRefresh(onDone?: () => void) {
  const client = useQueryClient()
  return async () => {
    onDone?.()
    void client.invalidateQueries({ queryKey: WORK_KEY })
    await client.invalidateQueries({ queryKey: all })
  }
}

/** Adds a line, or changes one that was read. */
export function useSaveLine(firstMonth: string, before: Line | null, onSaved: () => void) {
  return useMutation({
    mutationFn: async (body: LineBody) => {
      if (before === null)
        return call('POST /shared-services/:firstMonth/lines', { params: { firstMonth }, body })
      return call('PUT /shared-services/:firstMonth/lines/:lineId', {
        params: { firstMonth, lineId: before.id },
        ifMatch: before.revision,
        body,
      })
    },
    onSuccess: useRefresh(onSaved),
  })
}

export function useRemoveLine(firstMonth: string, onRemoved: () => void) {
  return useMutation({
    mutationFn: (lineId: string) =>
      call('DELETE /shared-services/:firstMonth/lines/:lineId', { params: { firstMonth, lineId } }),
    onSuccess: useRefresh(onRemoved),
  })
}

export function useGive(firstMonth: string, onGiven: () => void) {
  return useMutation({
    mutationFn: (body: Giving) =>
      call('POST /shared-services/:firstMonth/giving', { params: { firstMonth }, body }),
    onSuccess: useRefresh(onGiven),
  })
}

export function useCorrect(firstMonth: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /shared-services/:firstMonth/correction', {
        params: { firstMonth },
        body: { reason },
      }),
    onSuccess: useRefresh(),
  })
}

export function useDropCorrection(firstMonth: string) {
  return useMutation({
    mutationFn: () =>
      call('DELETE /shared-services/:firstMonth/correction', { params: { firstMonth } }),
    onSuccess: useRefresh(),
  })
}
