import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { countersign, lastRequestId, lockRequest } from '../signatures/index.ts'
import { CONTRACT_SUBJECT } from './document.ts'
import { lockContract } from './queries.ts'

/** The cooperative signs what the person signed: the contract is active and the evidence is joined. */
export const countersignContract = mutation<
  { contractId: string; documentSha256: string },
  undefined
>({
  access: 'contract.countersign',
  async run(tx, ctx, { contractId, documentSha256 }) {
    await lockContract(tx, ctx, contractId)
    const of = { kind: CONTRACT_SUBJECT, subjectId: contractId }
    const requestId = await lastRequestId(tx, ctx, of)
    if (requestId === null) throw new ProblemError('signature-not-your-turn')
    const request = await lockRequest(tx, ctx, requestId)
    return countersign(tx, ctx, request, documentSha256)
  },
})
