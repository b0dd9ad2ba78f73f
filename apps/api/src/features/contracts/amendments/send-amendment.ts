import { contractTransition } from '@terreau/domain/contracts/transitions'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { storeFile } from '../../../platform/files/store.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError, refuse } from '../../../platform/problem-error.ts'
import { openSignature, withdrawSignature } from '../../signatures/index.ts'
import { lockContract } from '../contract-row.ts'
import { lockLiving } from '../life/living-contract.ts'
import { type AmendmentRow, amendmentRow, setAmendmentState } from './amendment-row.ts'
import { AMENDMENT_SUBJECT, amendmentFileName, printAmendment } from './document.ts'
import { acceptEffect } from './draft-amendment.ts'

/** Fixes the exact bytes to sign and asks the person first. */
export const sendAmendment = mutation<
  { amendmentId: string },
  { documentSha256: string; signatureId: string }
>({
  access: 'contract.create',
  async run(tx, ctx, { amendmentId }) {
    const { contractId } = await amendmentRow(tx, ctx, amendmentId)
    const contract = await lockLiving(tx, ctx, contractId, 'amend')
    const amendment = await amendmentRow(tx, ctx, amendmentId)
    if (amendment.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    const next = contractTransition(amendment.state, 'send')
    if (!next.ok) refuse(next.refusal)
    await acceptEffect(tx, ctx, contract, { effectiveOn: amendment.effectiveOn, changes: 1 })
    const file = await storeFile(tx, ctx, {
      mediaType: 'application/pdf',
      fileName: amendmentFileName(contract, amendment),
      bytes: await printAmendment(tx, ctx, { contract, amendment }),
    })
    await setAmendmentState(tx, ctx, amendment, 'to_sign')
    const { requestId, documentSha256, audit, jobs } = await openSignature(tx, ctx, {
      kind: AMENDMENT_SUBJECT,
      subjectId: amendmentId,
      title: `Avenant ${amendment.n} au contrat ${contract.number}`,
      file,
    })
    const sent = {
      action: 'contract.amendment-sent',
      entity: { kind: 'contract', id: contractId },
      after: { amendmentId, n: amendment.n, documentSha256, requestId },
    } as const
    return { value: { documentSha256, signatureId: requestId }, audit: [sent, ...audit], jobs }
  },
})

/** Gives up an amendment before it is in force. It keeps its number. */
export const cancelAmendment = mutation<{ amendmentId: string; reason: string }, undefined>({
  access: 'contract.create',
  async run(tx, ctx, { amendmentId, reason }) {
    const amendment = await lockAmendment(tx, ctx, amendmentId)
    if (amendment.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    const next = contractTransition(amendment.state, 'cancel')
    if (!next.ok) refuse(next.refusal)
    await setAmendmentState(tx, ctx, amendment, 'cancelled')
    const of = { kind: AMENDMENT_SUBJECT, subjectId: amendmentId }
    const withdrawn = await withdrawSignature(tx, ctx, { ...of, reason })
    const cancelled = {
      action: 'contract.amendment-cancelled',
      entity: { kind: 'contract', id: amendment.contractId },
      before: { amendmentId, n: amendment.n, state: amendment.state },
      after: { reason },
    } as const
    return { value: undefined, audit: [cancelled, ...withdrawn.audit], jobs: withdrawn.jobs }
  },
})

/** Alone on the contract of an amendment: two acts on it follow each other. */
export async function lockAmendment(
  tx: Tx,
  ctx: Context,
  amendmentId: string,
): Promise<AmendmentRow> {
  const { contractId } = await amendmentRow(tx, ctx, amendmentId)
  await lockContract(tx, ctx, contractId)
  return amendmentRow(tx, ctx, amendmentId)
}
