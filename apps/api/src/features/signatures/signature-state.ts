import type { RequestState } from '@terreau/domain/signatures/life'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type PartyView, partyViews } from './party-views.ts'
import { lastRequestId, requestRow } from './request-row.ts'

export interface SignatureView {
  requestId: string
  reference: string
  state: RequestState
  openedAt: Date
  endedAt: Date | null
  expiresOn: string
  fileId: string
  documentSha256: string
  signedFileId: string | null
  signedSha256: string | null
  /** In the order in which they sign. */
  parties: readonly PartyView[]
}

/** Where the last request of a subject stands, party by party; null when it was never sent to sign. */
export async function signatureState(
  tx: Tx,
  ctx: Context,
  of: { kind: string; subjectId: string },
): Promise<SignatureView | null> {
  const requestId = await lastRequestId(tx, ctx, of)
  if (requestId === null) return null
  const request = await requestRow(tx, ctx, requestId)
  return {
    requestId,
    reference: request.reference,
    state: request.state,
    openedAt: request.openedAt,
    endedAt: request.endedAt,
    expiresOn: request.expiresOn,
    fileId: request.fileId,
    documentSha256: request.documentSha256.toString('hex'),
    signedFileId: request.signedFileId,
    signedSha256: request.signedSha256?.toString('hex') ?? null,
    parties: (await partyViews(tx, ctx, [requestId])).get(requestId) ?? [],
  }
}
