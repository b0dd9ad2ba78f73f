import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call, upload } from '../../lib/api.ts'
import { type InterviewBody, interviewQueries } from './queries.ts'

/** An interview changes what the file of its person shows, and what waits. */
function useRefresh() {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: interviewQueries.all })
    await client.invalidateQueries({ queryKey: ['people'] })
    await client.invalidateQueries({ queryKey: ['home'] })
  }
}

export function useNoteInterview(personId: string) {
  return useMutation({
    mutationFn: (body: InterviewBody) =>
      call('POST /people/:personId/interviews', { params: { personId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useEditInterview(interviewId: string, version: number) {
  return useMutation({
    mutationFn: (body: InterviewBody) =>
      call('PUT /interviews/:interviewId', { params: { interviewId }, body, ifMatch: version }),
    onSuccess: useRefresh(),
  })
}

export function useSendReport(interviewId: string) {
  return useMutation({
    mutationFn: (version: number) =>
      call('POST /interviews/:interviewId/sending', { params: { interviewId }, ifMatch: version }),
    onSuccess: useRefresh(),
  })
}

export function useSignOutside(interviewId: string) {
  return useMutation({
    mutationFn: ({ file, signedOn }: { file: File; signedOn: string }) =>
      upload('POST /interviews/:interviewId/paper', file, {
        params: { interviewId },
        query: { signedOn, fileName: file.name.slice(0, 200) },
      }),
    onSuccess: useRefresh(),
  })
}

export function useCheckReport(interviewId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /interviews/:interviewId/paper-check']['body']) =>
      call('POST /interviews/:interviewId/paper-check', { params: { interviewId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useCancelInterview(interviewId: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /interviews/:interviewId/cancellation', {
        params: { interviewId },
        body: { reason },
      }),
    onSuccess: useRefresh(),
  })
}
