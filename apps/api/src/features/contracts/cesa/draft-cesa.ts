import type { cesaEndpoints } from '@terreau/protocol/cesa'
import type { HandlerInput } from '@terreau/protocol/endpoint'
import type { Context } from '../../../platform/context.ts'
import { toJson } from '../../../platform/db/to-json.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { refreshClocks } from '../../clocks/index.ts'
import { lockContract } from '../contract-row.ts'
import { insertContract } from '../insert-contract.ts'
import { lockMember } from '../lock-member.ts'
import { schemes } from '../schemes.ts'
import { checkReplaced, checkTrial } from './check-cesa.ts'

type Create = HandlerInput<(typeof cesaEndpoints)[1]>['body'] & { personId: string }
type Edit = HandlerInput<(typeof cesaEndpoints)[2]>['body'] & { contractId: string }

/** Drafts a CESA. A CAPE of the same activity goes on until the eve, once the CESA is signed. */
export const createCesa = mutation<Create, { id: string; number: string }>({
  access: 'contract.create',
  async run(tx, ctx, { personId, activityId, schemeId, startsOn, terms }) {
    const memberId = await lockMember(tx, ctx, { personId, activityId })
    const { trialEndsOn } = terms
    await checkReplaced(tx, ctx, { personId: memberId, activityId, startsOn })
    await checkTrial(tx, ctx, { personId, startsOn, contractId: null, trialEndsOn })
    await checkScheme(tx, ctx, schemeId)
    const { contractId, number } = await insertContract(tx, ctx, {
      kind: 'CESA',
      personId: memberId,
      activityId,
      schemeId,
      startsOn,
      endsOn: null,
      state: 'draft',
      terms,
    })
    const entity = { kind: 'contract', id: contractId }
    const after = { number, startsOn }
    return {
      value: { id: contractId, number },
      audit: [{ action: 'contract.created', entity, after }],
    }
  },
})

/** Changes the draft of a CESA; what was sent to sign stays as somebody reads it. */
export const editCesa = mutation<Edit, { version: number }>({
  access: 'contract.create',
  async run(tx, ctx, { contractId, schemeId, startsOn, terms }) {
    const contract = await lockContract(tx, ctx, contractId)
    if (contract.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    if (contract.state !== 'draft' || contract.kind !== 'CESA')
      throw new ProblemError('contract-act-not-allowed', { state: contract.state, act: 'edit' })
    const { personId, activityId } = contract
    const { trialEndsOn } = terms
    await checkReplaced(tx, ctx, { personId, activityId, startsOn })
    await checkTrial(tx, ctx, { personId, startsOn, contractId, trialEndsOn })
    await checkScheme(tx, ctx, schemeId)
    const version = contract.version + 1
    await tx
      .updateTable('contract')
      .set({ schemeId, startsOn, terms: JSON.stringify(toJson(terms)), version })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', contractId)
      .execute()
    await refreshClocks(tx, ctx, personId)
    const entity = { kind: 'contract', id: contractId }
    return {
      value: { version },
      audit: [{ action: 'contract.edited', entity, after: { startsOn, version } }],
    }
  },
})

async function checkScheme(tx: Tx, ctx: Context, schemeId: string): Promise<void> {
  if ((await schemes(tx, ctx, schemeId)).length > 0) return
  const errors = [{ pointer: '/body/schemeId', code: 'field-not-accepted' }]
  throw new ProblemError('request-invalid', undefined, errors)
}
