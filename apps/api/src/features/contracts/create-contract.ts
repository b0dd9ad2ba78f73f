import type { contractsEndpoints } from '@terreau/protocol/contracts'
import type { HandlerInput, HandlerOutput } from '@terreau/protocol/endpoint'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { checkPeriod } from './check-period.ts'
import { insertContract } from './insert-contract.ts'
import { schemes } from './schemes.ts'

type Create = (typeof contractsEndpoints)[1]
type Input = HandlerInput<Create>['body'] & { personId: string }

/** Drafts a CAPE of a person, as a first contract or as the renewal of the last one. */
export const createContract = mutation<Input, HandlerOutput<Create>>({
  access: 'contract.create',
  async run(tx, ctx, { terms, ...input }) {
    const { isFullTimeEmployee } = terms
    const { gapReason } = input
    const place = await checkPeriod(tx, ctx, {
      ...input,
      gapReason,
      contractId: null,
      isFullTimeEmployee,
    })
    const isWrongPrevious =
      input.renewsContractId !== undefined && input.renewsContractId !== place.renewsContractId
    if (isWrongPrevious) throw invalid('/body/renewsContractId')
    if ((await schemes(tx, ctx, input.schemeId)).length === 0) throw invalid('/body/schemeId')
    const { contractId, number } = await insertContract(tx, ctx, {
      ...input,
      ...place,
      kind: 'CAPE',
      gapReason: gapReason || null,
      state: 'draft',
      terms,
    })
    return {
      value: { id: contractId, number },
      audit: [
        {
          action: 'contract.created',
          entity: { kind: 'contract', id: contractId },
          after: { number, startsOn: input.startsOn, endsOn: input.endsOn, ...place },
        },
      ],
    }
  },
})

function invalid(pointer: string): ProblemError {
  return new ProblemError('request-invalid', undefined, [{ pointer, code: 'field-not-accepted' }])
}
