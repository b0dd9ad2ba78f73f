import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type Api, call } from '../../lib/api.ts'
import { attestationQueries } from './queries.ts'

export type IssueBody = Api['POST /attestations']['body']

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: attestationQueries.all })
}

/** One key per intention: pressing again after a cut network issues no second document. */
export function useIssueAttestation(idempotencyKey: string) {
  return useMutation({
    mutationFn: (body: IssueBody) => call('POST /attestations', { body, idempotencyKey }),
    // After a refusal too: what is missing has changed since the page was read.
    onSettled: useRefresh(),
  })
}

export function useRevokeAttestation(attestationId: string) {
  return useMutation({
    mutationFn: (reason: string) =>
      call('POST /attestations/:attestationId/revocation', {
        params: { attestationId },
        body: { reason },
      }),
    onSuccess: useRefresh(),
  })
}
