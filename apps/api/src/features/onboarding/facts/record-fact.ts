import { isFactValue } from '@terreau/domain/pipeline/facts'
import { type HandlerInput, pick } from '@terreau/protocol/endpoint'
import { welcomeEndpoints } from '@terreau/protocol/welcome'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { personExists } from '../../people/index.ts'
import { refuseFuture } from '../leads/write-act.ts'
import { askDue } from '../pieces/ask-pieces.ts'
import { insertFact } from './insert-fact.ts'

const endpoint = pick(welcomeEndpoints, 'PUT /people/:personId/facts')
type Input = HandlerInput<typeof endpoint>['body'] & { personId: string }

/** Staff write down what the person told them, from a day on. */
export const recordFact = mutation<Input, undefined>({
  access: 'onboarding.manage',
  async run(tx, ctx, { personId, kind, value, validFrom }) {
    await personExists(tx, ctx, personId)
    refuseFuture(validFrom, ctx, 'validFrom')
    if (!isFactValue(kind, value)) throw notAccepted()
    await insertFact(tx, ctx, { personId, kind, value, validFrom, saidBy: 'staff' })
    const asked = kind === 'social_status' ? await askDue(tx, ctx, personId) : []
    const entity = { kind: 'person', id: personId }
    return {
      value: undefined,
      audit: [{ action: 'person.fact-recorded', entity, after: { kind, validFrom } }, ...asked],
    }
  },
})

/** The value is none of those that the question knows. */
export function notAccepted(): ProblemError {
  const errors = [{ pointer: '/body/value', code: 'field-not-accepted' }]
  return new ProblemError('request-invalid', undefined, errors)
}
