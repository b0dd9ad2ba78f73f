import type { contractsEndpoints } from '@terreau/protocol/contracts'
import type { HandlerInput } from '@terreau/protocol/endpoint'
import { toJson } from '../../platform/db/to-json.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { refreshClocks } from '../clocks/index.ts'
import { checkPeriod } from './check-period.ts'
import { lockContract } from './contract-row.ts'
import { schemes } from './schemes.ts'

type Edit = (typeof contractsEndpoints)[2]
type Input = HandlerInput<Edit>['body'] & { contractId: string }

/** Changes a draft. What was sent to sign is a document that somebody may be reading: it stays. */
export const editContract = mutation<Input, { version: number }>({
  access: 'contract.create',
  async run(tx, ctx, { contractId, terms, gapReason, ...input }) {
    const contract = await lockContract(tx, ctx, contractId)
    if (contract.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    if (contract.state !== 'draft' || contract.kind !== 'CAPE')
      throw new ProblemError('contract-act-not-allowed', { state: contract.state, act: 'edit' })
    const { isFullTimeEmployee } = terms
    const wanted = { ...contract, ...input, contractId, gapReason, isFullTimeEmployee }
    const place = await checkPeriod(tx, ctx, wanted)
    if ((await schemes(tx, ctx, input.schemeId)).length === 0) {
      const errors = [{ pointer: '/body/schemeId', code: 'field-not-accepted' }]
      throw new ProblemError('request-invalid', undefined, errors)
    }
    const version = contract.version + 1
    await tx
      .updateTable('contract')
      .set({
        ...input,
        ...place,
        gapReason: gapReason || null,
        terms: JSON.stringify(toJson(terms)),
        version,
      })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', contractId)
      .execute()
    await refreshClocks(tx, ctx, contract.personId)
    return {
      value: { version },
      audit: [
        {
          action: 'contract.edited',
          entity: { kind: 'contract', id: contractId },
          after: { startsOn: input.startsOn, endsOn: input.endsOn, version },
        },
      ],
    }
  },
})
