import { DECISION_REASONS, WITHDRAWAL_REASONS } from '@terreau/domain/pipeline/decision'
import { type HandlerInput, type HandlerOutput, pick } from '@terreau/protocol/endpoint'
import { leadsEndpoints } from '@terreau/protocol/leads'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { decisionLetter } from './decision-letter.ts'
import { lockSeenLead } from './lock-lead.ts'
import { writeAct } from './write-act.ts'

const endpoint = pick(leadsEndpoints, 'POST /leads/:leadId/acts')
type Body = HandlerInput<typeof endpoint>['body']
type Input = Body & { leadId: string }

/** Records an act before the file. A decision says why, in a letter that the person receives. */
export const recordAct = mutation<Input, HandlerOutput<typeof endpoint>>({
  access: 'onboarding.manage',
  async run(tx, ctx, { leadId, ...input }) {
    const lead = await lockSeenLead(tx, ctx, leadId)
    const reason = checkedReason(input)
    const decided = DECISION_REASONS.find((one) => one === reason) ?? null
    const { act, doneOn, words, isMailed } = input
    const written = { act, reason: decided, words, isMailed }
    const letter = await decisionLetter(tx, ctx, lead, written)
    const value = await writeAct(tx, ctx, lead, {
      act,
      doneOn,
      words,
      reason,
      letter: letter?.letter ?? null,
      mailId: letter?.mail?.mailId ?? null,
    })
    return {
      value,
      audit: [
        {
          action: 'lead.act-recorded',
          entity: { kind: 'lead', id: leadId },
          before: { stage: lead.stage },
          after: { act, doneOn, reason, stage: value.stage },
        },
      ],
      jobs: letter?.mail ? [letter.mail] : [],
    }
  },
})

/** A stop has a reason of its own list; other acts have none. */
function checkedReason({ act, reason }: Body): string | null {
  if (act === 'postpone' || act === 'refuse' || act === 'withdraw') {
    const list: readonly string[] = act === 'withdraw' ? WITHDRAWAL_REASONS : DECISION_REASONS
    if (reason !== null && list.includes(reason)) return reason
    const errors = [{ pointer: '/body/reason', code: 'reason-missing' }]
    throw new ProblemError('request-invalid', undefined, errors)
  }
  return null
}
