import type { PartyState, RequestState } from '@terreau/domain/signatures/life'
import { type ProofLevel, proofLevel, type SignatureRoute } from '@terreau/domain/signatures/proof'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { signaturesOf } from './archive-signed.ts'
import { lastRequestId, requestRow } from './request-row.ts'

export interface SignatureView {
  requestId: string
  reference: string
  state: RequestState
  openedAt: Date
  expiresOn: string
  endedAt: Date | null
  fileId: string
  documentSha256: string
  signedFileId: string | null
  signedSha256: string | null
  parties: readonly {
    position: number
    side: 'person' | 'cooperative'
    personId: string | null
    printedName: string
    state: PartyState
    signed: { typedName: string; at: Date; route: SignatureRoute; level: ProofLevel } | null
  }[]
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
  const signatures = await signaturesOf(tx, ctx, requestId)
  const signedBy = (position: number) => {
    const signature = signatures.find((each) => each.position === position)
    if (signature === undefined) return null
    const { typedName, signedAt: at, route } = signature
    return { typedName, at, route, level: proofLevel(route) }
  }
  return {
    requestId,
    reference: request.reference,
    state: request.state,
    openedAt: request.openedAt,
    expiresOn: request.expiresOn,
    endedAt: request.endedAt,
    fileId: request.fileId,
    documentSha256: request.documentSha256.toString('hex'),
    signedFileId: request.signedFileId,
    signedSha256: request.signedSha256?.toString('hex') ?? null,
    parties: request.parties.map((party) => ({ ...party, signed: signedBy(party.position) })),
  }
}
