import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import {
  lastRequestId,
  lockRequest,
  partyOfPerson,
  sendSigningCode,
  signWithCode,
} from '../signatures/index.ts'
import { CONTRACT_SUBJECT } from './document.ts'
import { lockOwnContract } from './own-contracts.ts'

/** Mails a code that signs the document as it is now, and no other. */
export const requestSigningCode = mutation<
  { contractId: string },
  { email: string; expiresAt: string }
>({
  access: 'contract.sign',
  async run(tx, ctx, { contractId }) {
    const { request, party } = await ownSignature(tx, ctx, contractId)
    return sendSigningCode(tx, ctx, { request, party, route: 'phone' })
  },
})

interface SigningInput {
  contractId: string
  typedName: string
  code: string
  documentSha256: string
}

/** The person signs their contract on their phone. */
export const signContract = mutation<SigningInput, undefined>({
  access: 'contract.sign',
  async run(tx, ctx, { contractId, ...given }) {
    const { request, party } = await ownSignature(tx, ctx, contractId)
    return signWithCode(tx, ctx, { request, party, route: 'phone', ...given })
  },
})

async function ownSignature(tx: Tx, ctx: Context, contractId: string) {
  const contract = await lockOwnContract(tx, ctx, contractId)
  const requestId = await lastRequestId(tx, ctx, { kind: CONTRACT_SUBJECT, subjectId: contract.id })
  if (requestId === null) throw new ProblemError('signature-ended')
  const request = await lockRequest(tx, ctx, found(requestId))
  return { request, party: partyOfPerson(request, contract.personId) }
}
