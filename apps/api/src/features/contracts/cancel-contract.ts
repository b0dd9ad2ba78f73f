import { contractTransition } from '@terreau/domain/contracts/transitions'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError, refuse } from '../../platform/problem-error.ts'
import { withdrawSignature } from '../signatures/index.ts'
import { lockContract } from './contract-row.ts'
import { CONTRACT_SUBJECT } from './document.ts'
import { setState } from './set-state.ts'

/** Gives up a contract before it is active. It keeps its number and its documents. */
export const cancelContract = mutation<{ contractId: string; reason: string }, undefined>({
  access: 'contract.create',
  async run(tx, ctx, { contractId, reason }) {
    const contract = await lockContract(tx, ctx, contractId)
    if (contract.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    const next = contractTransition(contract.state, 'cancel')
    if (!next.ok) refuse(next.refusal)
    await setState(tx, ctx, contract, 'cancelled')
    const of = { kind: CONTRACT_SUBJECT, subjectId: contractId }
    const withdrawn = await withdrawSignature(tx, ctx, { ...of, reason })
    return {
      value: undefined,
      jobs: withdrawn.jobs,
      audit: [
        {
          action: 'contract.cancelled',
          entity: { kind: 'contract', id: contractId },
          before: { state: contract.state },
          after: { reason },
        },
        ...withdrawn.audit,
      ],
    }
  },
})
