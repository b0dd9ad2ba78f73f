import { contractTransition } from '@terreau/domain/contracts/transitions'
import type { SignatureFacts } from '@terreau/pdf/documents/cape-contract/facts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { readFacts } from './contract-facts.ts'
import { keptDocument, printContract } from './document.ts'
import { mailParams, personAddress } from './mail-params.ts'
import { lockContract } from './queries.ts'
import { keepDocument } from './send-contract.ts'
import { setState } from './set-state.ts'
import { insertSignature } from './sign-contract.ts'

/**
 * The cooperative signs: the contract is active, and its signed version is printed from the same facts
 * with the page of evidence (who, when, how, fingerprint of what was shown).
 */
export const countersignContract = mutation<
  { contractId: string; documentSha256: string },
  undefined
>({
  access: 'contract.countersign',
  async run(tx, ctx, { contractId, documentSha256 }) {
    const contract = await lockContract(tx, ctx, contractId)
    if (!contractTransition(contract.state, 'countersign').ok)
      throw new ProblemError('contract-not-signed')
    const document = found(await keptDocument(tx, ctx, contractId, 'to_sign'))
    if (document.sha256.toString('hex') !== documentSha256)
      throw new ProblemError('document-changed')
    await insertSignature(tx, ctx, {
      contractId,
      signer: 'cooperative',
      typedName: signerName(ctx),
      method: 'countersignature',
      documentSha256: document.sha256,
    })
    await setState(tx, ctx, contract, 'active')
    const facts = {
      ...readFacts(document.facts),
      concludedOn: ctx.today,
      evidence: {
        documentSha256,
        sealedAt: ctx.now.toISOString(),
        signatures: await signatureFacts(tx, ctx, contractId),
      },
    }
    const bytes = await printContract(ctx, facts)
    const sha256 = await keepDocument(tx, ctx, { contract, stage: 'signed', bytes, facts })
    const mail = await queueMail(tx, ctx, {
      template: 'contract-signed',
      params: await mailParams(tx, ctx, contract, '/moi/papiers'),
      to: personAddress(contract),
    })
    return {
      value: undefined,
      audit: [
        {
          action: 'contract.countersigned',
          entity: { kind: 'contract', id: contractId },
          after: { documentSha256, signedSha256: sha256.toString('hex'), mailId: mail.mailId },
        },
      ],
      jobs: [mail],
    }
  },
})

function signerName(ctx: Context): string {
  if (ctx.actor.kind !== 'person') throw new Error('a person signs for the cooperative')
  return ctx.actor.displayName
}

async function signatureFacts(tx: Tx, ctx: Context, contractId: string): Promise<SignatureFacts[]> {
  const rows = await tx
    .selectFrom('contractSignature')
    .select(['signer', 'typedName', 'signedAt', 'method', 'requestId'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('contractId', '=', contractId)
    .orderBy('signer', 'desc')
    .execute()
  return rows.map((row) => {
    const isPerson = row.signer === 'person'
    return {
      party: isPerson ? 'person' : 'cooperative',
      typedName: row.typedName,
      signedAt: row.signedAt.toISOString(),
      method: isPerson ? 'emailed_code' : 'countersignature',
      codeResult: isPerson ? 'correct' : null,
      requestId: row.requestId,
      witness: null,
    }
  })
}
