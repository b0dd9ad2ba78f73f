import { contractTransition } from '@terreau/domain/contracts/transitions'
import { toJson } from '../../platform/audit/record.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { storeFile } from '../../platform/files/store.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError, refuse } from '../../platform/problem-error.ts'
import { capeFacts } from './contract-facts.ts'
import { printContract, type Stage } from './document.ts'
import { mailParams, personAddress } from './mail-params.ts'
import { lockContract } from './queries.ts'
import { setState } from './set-state.ts'

/** Fixes the exact bytes to sign, opens the signature to the person and writes to them. */
export const sendContract = mutation<{ contractId: string }, { documentSha256: string }>({
  access: 'contract.create',
  async run(tx, ctx, { contractId }) {
    const contract = await lockContract(tx, ctx, contractId)
    if (contract.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    const next = contractTransition(contract.state, 'send')
    if (!next.ok) refuse(next.refusal)
    const facts = await capeFacts(tx, ctx, contract)
    const bytes = await printContract(ctx, facts)
    const sha256 = await keepDocument(tx, ctx, { contract, stage: 'to_sign', bytes, facts })
    await setState(tx, ctx, contract, 'to_sign')
    const mail = await queueMail(tx, ctx, {
      template: 'contract-to-sign',
      params: await mailParams(tx, ctx, contract, `/moi/papiers/${contractId}/signer`),
      to: personAddress(contract),
    })
    const documentSha256 = sha256.toString('hex')
    return {
      value: { documentSha256 },
      audit: [
        {
          action: 'contract.sent-to-sign',
          entity: { kind: 'contract', id: contractId },
          after: { documentSha256, mailId: mail.mailId },
        },
      ],
      jobs: [mail],
    }
  },
})

/** Keeps a printed version with the facts it states. */
export async function keepDocument(
  tx: Tx,
  ctx: Context,
  document: {
    contract: { id: string; number: string }
    stage: Stage
    bytes: Uint8Array
    facts: object
  },
): Promise<Buffer> {
  const { contract, stage, bytes, facts } = document
  const suffix = stage === 'signed' ? '-signe' : ''
  const file = await storeFile(tx, ctx, {
    mediaType: 'application/pdf',
    fileName: `${contract.number}${suffix}.pdf`,
    bytes,
  })
  await tx
    .insertInto('contractDocument')
    .values({
      cooperativeId: ctx.cooperativeId,
      contractId: contract.id,
      stage,
      fileId: file.id,
      sha256: file.sha256,
      facts: JSON.stringify(toJson(facts)),
      createdAt: ctx.now,
    })
    .execute()
  return file.sha256
}
