import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'
import { tutoringQueries } from './queries.ts'

type SessionBody = Api['POST /me/tutoring/sessions']['body']
type AnswerBody = Api['POST /confirmations/:token']['body']
type PairBody = Api['POST /tutoring/relations']['body']

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: tutoringQueries.all })
}

export function useLogSession() {
  return useMutation({
    mutationFn: (body: SessionBody) => call('POST /me/tutoring/sessions', { body }),
    onSuccess: useRefresh(),
  })
}

export function useCancelSession() {
  return useMutation({
    mutationFn: (sessionId: string) =>
      call('DELETE /me/tutoring/sessions/:sessionId', { params: { sessionId } }),
    onSuccess: useRefresh(),
  })
}

export function useMakeCertificate() {
  return useMutation({
    mutationFn: (body: Api['POST /me/tutoring/certificates']['body']) =>
      call('POST /me/tutoring/certificates', { body }),
  })
}

export function useAnswer(token: string) {
  return useMutation({
    mutationFn: (body: AnswerBody) =>
      call('POST /confirmations/:token', { params: { token }, body }),
    onSuccess: useRefresh(),
  })
}

export function useRenewLink(token: string) {
  return useMutation({
    mutationFn: () => call('POST /confirmations/:token/renewal', { params: { token } }),
  })
}

export function usePair() {
  return useMutation({
    mutationFn: (body: PairBody) => call('POST /tutoring/relations', { body }),
    onSuccess: useRefresh(),
  })
}
