import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../lib/api.ts'
import { activityQueries, type ConventionBody } from './queries.ts'

/** A convention changes whose an activity is, and so the files of its people. */
function useRefresh() {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: activityQueries.all })
    await client.invalidateQueries({ queryKey: ['people'] })
  }
}

export function useDraftConvention(activityId: string) {
  return useMutation({
    mutationFn: (body: ConventionBody) =>
      call('POST /activities/:activityId/conventions', { params: { activityId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useEditConvention(conventionId: string, version: number) {
  return useMutation({
    mutationFn: (body: ConventionBody) =>
      call('PUT /conventions/:conventionId', { params: { conventionId }, body, ifMatch: version }),
    onSuccess: useRefresh(),
  })
}

export function useSendConvention(conventionId: string) {
  return useMutation({
    mutationFn: (version: number) =>
      call('POST /conventions/:conventionId/sending', {
        params: { conventionId },
        ifMatch: version,
      }),
    onSuccess: useRefresh(),
  })
}

export function useCancelConvention(conventionId: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /conventions/:conventionId/cancellation', {
        params: { conventionId },
        body: { reason },
      }),
    onSuccess: useRefresh(),
  })
}
