import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'
import { WORK_KEY } from '../../lib/work.ts'
import { attestationQueries } from './queries.ts'

export type IssueBody = Api['POST /attestations']['body']

/** The certificate whose place the new one takes, of the same kind and person. */
interface Replacing {
  attestationId: string
  reason: string
}

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: attestationQueries.all })
}

/** One key per intention: pressing again after a cut network issues no second document. */
export function useIssueAttestation(idempotencyKey: string) {
  return useMutation({
    mutationFn: ({ body, replaces }: { body: IssueBody; replaces: Replacing | null }) => {
      if (replaces === null) return call('POST /attestations', { body, idempotencyKey })
      const { kind: _kind, personId: _personId, ...said } = body
      const { attestationId, reason } = replaces
      return call('POST /attestations/:attestationId/replacement', {
        params: { attestationId },
        body: { ...said, reason },
        idempotencyKey,
      })
    },
    // After a refusal too: what is missing has changed since the page was read.
    onSettled: useRefresh(),
  })
}

export function useAskAttestation() {
  return useMutation({
    mutationFn: (body: Api['POST /me/attestation-requests']['body']) =>
      call('POST /me/attestation-requests', { body }),
    onSuccess: useRefresh(),
  })
}

export function useRefuseRequest(requestId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Api['POST /attestation-requests/:requestId/refusal']['body']) =>
      call('POST /attestation-requests/:requestId/refusal', { params: { requestId }, body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: attestationQueries.all })
      await client.invalidateQueries({ queryKey: WORK_KEY })
    },
  })
}

export function useNoteDelivery(attestationId: string) {
  return useMutation({
    mutationFn: (by: Api['POST /attestations/:attestationId/deliveries']['body']['by']) =>
      call('POST /attestations/:attestationId/deliveries', {
        params: { attestationId },
        body: { by },
      }),
    onSuccess: useRefresh(),
  })
}

export function useRevokeAttestation(attestationId: string) {
  return useMutation({
    mutationFn: (body: Api['POST /attestations/:attestationId/revocation']['body']) =>
      call('POST /attestations/:attestationId/revocation', {
        params: { attestationId },
        body,
      }),
    onSuccess: useRefresh(),
  })
}
