import { randomUUID } from 'node:crypto'
import type { SignatureRoute } from '@terreau/domain/signatures/proof'
import { proofLevel } from '@terreau/domain/signatures/proof'
import { actorLabel, type Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { RequestRow } from './request-row.ts'

export type RecordedAct =
  | 'asked'
  | 'shown'
  | 'reminded'
  | 'help_asked'
  | 'help_given'
  | 'handed_in'
  | 'sent_back'
  | 'code_sent'
  | 'code_refused'
  | 'signed'
  | 'refused'
  | 'withdrawn'
  | 'expired'
  | 'archived'

export interface ActDetails {
  position?: number
  route?: SignatureRoute
  typedName?: string
  reason?: string
  codeId?: string
  witnessId?: string
  fileId?: string
  signedOn?: string
}

/** Writes one line of evidence: who, when, how, and about which bytes. It is never changed. */
export async function recordAct(
  tx: Tx,
  ctx: Context,
  request: Pick<RequestRow, 'id' | 'documentSha256'>,
  act: RecordedAct,
  details: ActDetails = {},
): Promise<void> {
  await tx
    .insertInto('signatureAct')
    .values({
      cooperativeId: ctx.cooperativeId,
      requestId: request.id,
      id: randomUUID(),
      act,
      at: ctx.now,
      actor: actorLabel(ctx.actor),
      userId: ctx.actor.kind === 'person' ? ctx.actor.userId : null,
      documentSha256: request.documentSha256,
      proofLevel: details.route === undefined ? null : proofLevel(details.route),
      trace: ctx.requestId,
      ...details,
    })
    .execute()
}
