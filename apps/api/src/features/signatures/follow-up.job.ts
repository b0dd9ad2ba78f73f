import { z } from 'zod'
import { defineJob } from '../../platform/jobs/define-job.ts'
import { mutation } from '../../platform/mutation.ts'
import { FOLLOW_UP_JOB } from './follow-up.ts'
import { moveRequest } from './move-request.ts'
import { recordAct } from './record-act.ts'
import { remind } from './remind-signer.ts'
import { kindOf, lockRequest } from './request-row.ts'
import { outcomeOf, subjectOf } from './sign-party.ts'

const ids = { cooperativeId: z.uuid(), requestId: z.uuid() }

/** What time brings: reminders of the person in turn, and the end once the last day is past. */
export const signatureFollowUpJob = defineJob({
  name: FOLLOW_UP_JOB,
  payload: z.discriminatedUnion('what', [
    z.object({ ...ids, what: z.literal('remind'), position: z.int() }),
    z.object({ ...ids, what: z.literal('expire'), position: z.null() }),
  ]),
  handle: ({ payload, act }) =>
    act((ctx) =>
      payload.what === 'remind' ? remindInTurn(ctx, payload) : expireSignature(ctx, payload),
    ),
})

const remindInTurn = mutation<{ requestId: string; position: number }, undefined>({
  access: 'system',
  async run(tx, ctx, { requestId, position }) {
    const request = await lockRequest(tx, ctx, requestId)
    const party = request.parties.find((each) => each.position === position)
    const isDue =
      request.state === 'waiting' && party?.state === 'asked' && ctx.today <= request.expiresOn
    const reminded = isDue ? await remind(tx, ctx, request, party) : 'unreachable'
    if (typeof reminded === 'string') return { value: undefined, audit: 'unchanged' }
    return outcomeOf(reminded)
  },
})

const expireSignature = mutation<{ requestId: string }, undefined>({
  access: 'system',
  async run(tx, ctx, { requestId }) {
    const request = await lockRequest(tx, ctx, requestId)
    if (request.state !== 'waiting' || ctx.today <= request.expiresOn)
      return { value: undefined, audit: 'unchanged' }
    await moveRequest(tx, ctx, request, { act: { act: 'expire' } })
    await recordAct(tx, ctx, request, 'expired')
    const kind = kindOf(ctx, request.subjectKind)
    const told = await kind.onExpired(tx, ctx, subjectOf(request))
    const expired = {
      action: 'signature.expired',
      entity: { kind: 'signature', id: requestId },
      after: { expiresOn: request.expiresOn },
    } as const
    return { value: undefined, audit: [expired, ...told.audit], jobs: told.jobs }
  },
})
