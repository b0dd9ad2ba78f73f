import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'
import type { KeptSession } from './keep/kept-sessions.ts'
import { sendSession } from './keep/send-session.ts'
import { type SessionBody, type TutoringSession, tutoringQueries } from './queries.ts'

type AnswerBody = Api['POST /confirmations/:token']['body']
type StateBody = Api['PUT /tutoring/relations/:relationId']['body']
type PairBody = Api['POST /tutoring/relations']['body']

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: tutoringQueries.all })
}

export function useLogSession() {
  return useMutation({
    mutationFn: async ({ personId, kept }: { personId: string | null; kept: KeptSession }) => {
      const { voice } = kept
      if (!voice || personId === null) return sendSession(kept.body)
      const { sendWithVoice } = await import('./keep/kept-sessions.ts')
      return sendWithVoice(personId, { ...kept, voice })
    },
    onSuccess: useRefresh(),
  })
}

export function useAmendSession({ id: sessionId, version }: TutoringSession) {
  return useMutation({
    mutationFn: (body: SessionBody) =>
      call('PUT /me/tutoring/sessions/:sessionId', {
        params: { sessionId },
        body,
        ifMatch: version,
      }),
    onSuccess: useRefresh(),
  })
}

export function useResendLinks(sessionId: string) {
  return useMutation({
    mutationFn: () => call('POST /me/tutoring/sessions/:sessionId/link', { params: { sessionId } }),
  })
}

export function useCorrectSession({ id: sessionId, version }: TutoringSession) {
  return useMutation({
    mutationFn: (body: SessionBody) =>
      call('PUT /tutoring/sessions/:sessionId', { params: { sessionId }, body, ifMatch: version }),
    onSuccess: useRefresh(),
  })
}

export function useSettle({ id: sessionId, version }: TutoringSession) {
  return useMutation({
    mutationFn: (body: Api['POST /tutoring/sessions/:sessionId/mediation']['body']) =>
      call('POST /tutoring/sessions/:sessionId/mediation', {
        params: { sessionId },
        body,
        ifMatch: version,
      }),
    onSuccess: useRefresh(),
  })
}

export function useApprove() {
  return useMutation({
    mutationFn: (sessions: readonly TutoringSession[]) =>
      call('POST /tutoring/approvals', {
        body: { sessions: sessions.map(({ id, version }) => ({ id, version })) },
      }),
    onSuccess: useRefresh(),
  })
}

export function useAddHost() {
  return useMutation({
    mutationFn: (body: Api['POST /tutoring/hosts']['body']) =>
      call('POST /tutoring/hosts', { body }),
    onSuccess: useRefresh(),
  })
}

export function useChooseMethod(hostId: string) {
  return useMutation({
    mutationFn: (body: Api['PUT /tutoring/hosts/:hostId/valuation']['body']) =>
      call('PUT /tutoring/hosts/:hostId/valuation', { params: { hostId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useStateRelation() {
  return useMutation({
    mutationFn: ({ relationId, ...body }: StateBody & { relationId: string }) =>
      call('PUT /tutoring/relations/:relationId', { params: { relationId }, body }),
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

export function useIssueBadge() {
  return useMutation({
    mutationFn: (body: Api['POST /tutoring/badges']['body']) =>
      call('POST /tutoring/badges', { body }),
    onSuccess: useRefresh(),
  })
}

export function useRevokeBadge(badgeId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /tutoring/badges/:badgeId/revocation']['body']) =>
      call('POST /tutoring/badges/:badgeId/revocation', { params: { badgeId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useStateHost(hostId: string) {
  return useMutation({
    mutationFn: (body: Api['PUT /tutoring/hosts/:hostId/engagement']['body']) =>
      call('PUT /tutoring/hosts/:hostId/engagement', { params: { hostId }, body }),
    onSuccess: useRefresh(),
  })
}

export function useStateRole(hostId: string) {
  return useMutation({
    mutationFn: (body: Api['PUT /tutoring/hosts/:hostId/engagement/roles']['body']) =>
      call('PUT /tutoring/hosts/:hostId/engagement/roles', { params: { hostId }, body }),
    onSuccess: useRefresh(),
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
