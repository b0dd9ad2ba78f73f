import { contractTransition } from '@terreau/domain/contracts/transitions'
import type { Context } from '../../platform/context.ts'
import { toJson } from '../../platform/db/to-json.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { storeFile } from '../../platform/files/store.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError, refuse } from '../../platform/problem-error.ts'
import { openSignature } from '../signatures/index.ts'
import { confirmPlace } from './confirm-place.ts'
import { contractFacts } from './contract-facts.ts'
import { lockContract } from './contract-row.ts'
import { CONTRACT_SUBJECT, printContract } from './document.ts'
import { setState } from './set-state.ts'
import { requireRightToWork } from './work-gate.ts'

/** Fixes the exact bytes to sign, opens the signature to the person and writes to them. */
export const sendContract = mutation<
  { contractId: string },
  { documentSha256: string; signatureId: string }
>({
  access: 'contract.create',
  async run(tx, ctx, { contractId }) {
    const draft = await lockContract(tx, ctx, contractId)
    if (draft.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    const next = contractTransition(draft.state, 'send')
    if (!next.ok) refuse(next.refusal)
    const contract = await confirmPlace(tx, ctx, draft)
    const facts = await contractFacts(tx, ctx, contract)
    await requireRightToWork(tx, ctx, contract)
    const bytes = await printContract(tx, ctx, facts)
    const file = await keepDocument(tx, ctx, { contract, bytes, facts })
    await setState(tx, ctx, contract, 'to_sign')
    const { requestId, documentSha256, audit, jobs } = await openSignature(tx, ctx, {
      kind: CONTRACT_SUBJECT,
      subjectId: contractId,
      title: `Contrat ${contract.number}`,
      file,
    })
    const sent = {
      action: 'contract.sent-to-sign',
      entity: { kind: 'contract', id: contractId },
      after: { documentSha256, requestId },
    } as const
    return { value: { documentSha256, signatureId: requestId }, audit: [sent, ...audit], jobs }
  },
})

/** Keeps the printed version with the facts it states. */
async function keepDocument(
  tx: Tx,
  ctx: Context,
  document: { contract: { id: string; number: string }; bytes: Uint8Array; facts: object },
): Promise<{ id: string; sha256: Buffer }> {
  const { contract, bytes, facts } = document
  const file = await storeFile(tx, ctx, {
    mediaType: 'application/pdf',
    fileName: `${contract.number}.pdf`,
    bytes,
  })
  await tx
    .insertInto('contractDocument')
    .values({
      cooperativeId: ctx.cooperativeId,
      contractId: contract.id,
      fileId: file.id,
      sha256: file.sha256,
      facts: JSON.stringify(toJson(facts)),
      createdAt: ctx.now,
    })
    .execute()
  return file
}
