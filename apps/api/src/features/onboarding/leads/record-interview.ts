import { type HandlerInput, type HandlerOutput, pick } from '@terreau/protocol/endpoint'
import { leadsEndpoints } from '@terreau/protocol/leads'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { isAdviser } from '../advisers.ts'
import { lockSeenLead } from './lock-lead.ts'
import { refuseFuture, writeAct } from './write-act.ts'

const endpoint = pick(leadsEndpoints, 'POST /leads/:leadId/interviews')
type Input = HandlerInput<typeof endpoint>['body'] & { leadId: string }

/** Records an individual interview. It finds something; deciding is another act, by whoever decides. */
export const recordInterview = mutation<Input, HandlerOutput<typeof endpoint>>({
  access: 'onboarding.manage',
  async run(tx, ctx, { leadId, heldOn, ledBy, note, result }) {
    const lead = await lockSeenLead(tx, ctx, leadId)
    refuseFuture(heldOn, ctx, 'heldOn')
    if (!(await isAdviser(tx, ctx, ledBy))) {
      const errors = [{ pointer: '/body/ledBy', code: 'field-not-accepted' }]
      throw new ProblemError('request-invalid', undefined, errors)
    }
    const value = await writeAct(tx, ctx, lead, {
      act: 'interview',
      doneOn: heldOn,
      words: note,
      result,
      ledBy,
    })
    return {
      value,
      audit: [
        {
          action: 'lead.interviewed',
          entity: { kind: 'lead', id: leadId },
          after: { heldOn, ledBy, result },
        },
      ],
    }
  },
})
