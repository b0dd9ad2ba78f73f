import { foldForSearch } from '@terreau/domain/names/normalise'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation, type Outcome } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { readFacts } from './contract-facts.ts'
import { keptDocument } from './document.ts'
import { lockOwnContract } from './own-contracts.ts'
import { setState } from './set-state.ts'
import { useSigningCode } from './signing-code.ts'

interface SigningInput {
  contractId: string
  typedName: string
  code: string
  documentSha256: string
}

/**
 * The person signs: their name, the code that their own address received, and the fingerprint of the very
 * document they were shown. A wrong code counts even though the request is refused.
 */
export const signContract = mutation<SigningInput, undefined>({
  access: 'contract.sign',
  async run(tx, ctx, { contractId, typedName, code, documentSha256 }) {
    const contract = await lockOwnContract(tx, ctx, contractId)
    if (contract.state !== 'to_sign') throw new ProblemError('contract-not-to-sign')
    const document = found(await keptDocument(tx, ctx, contractId, 'to_sign'))
    if (document.sha256.toString('hex') !== documentSha256)
      throw new ProblemError('document-changed')
    const signer = { typedName, printedName: readFacts(document.facts).person.fullName }
    if (!isSameName(signer)) throw refusedField('signing-name-differs', '/body/typedName')
    const given = { contractId, code, documentSha256: document.sha256 }
    const result = await useSigningCode(tx, ctx, given)
    if (result !== 'right') return refusedCode(contractId, result)
    await insertSignature(tx, ctx, {
      contractId,
      signer: 'person',
      typedName,
      method: 'emailed_code',
      documentSha256: document.sha256,
    })
    await setState(tx, ctx, contract, 'signed')
    return {
      value: undefined,
      audit: [
        {
          action: 'contract.signed',
          entity: { kind: 'contract', id: contractId },
          after: { documentSha256 },
        },
      ],
    }
  },
})

/** Writes who signed what. The key allows one signature for each side, so a race has one winner. */
export async function insertSignature(
  tx: Tx,
  ctx: Context,
  signature: {
    contractId: string
    signer: 'person' | 'cooperative'
    typedName: string
    method: 'emailed_code' | 'countersignature'
    documentSha256: Buffer
  },
): Promise<void> {
  await tx
    .insertInto('contractSignature')
    .values({
      cooperativeId: ctx.cooperativeId,
      ...signature,
      userId: userIdOf(ctx),
      signedAt: ctx.now,
      requestId: ctx.requestId,
    })
    .execute()
}

/** Accents, case and the order of the two names do not matter; a missing name does. */
function isSameName(signer: { typedName: string; printedName: string }): boolean {
  return sortedWords(signer.typedName) === sortedWords(signer.printedName)
}

function sortedWords(name: string): string {
  return foldForSearch(name).split(' ').sort().join(' ')
}

function refusedCode(contractId: string, result: 'wrong' | 'exhausted'): Outcome<undefined> {
  return {
    value: undefined,
    audit: [
      {
        action: 'contract.signing-code-refused',
        entity: { kind: 'contract', id: contractId },
        after: { result },
      },
    ],
    refusal:
      result === 'wrong'
        ? refusedField('signing-code-wrong', '/body/code')
        : new ProblemError('too-many-attempts'),
  }
}

function refusedField(
  code: 'signing-code-wrong' | 'signing-name-differs',
  pointer: string,
): ProblemError {
  return new ProblemError(code, undefined, [{ pointer, code }])
}
