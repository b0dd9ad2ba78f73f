import { randomUUID } from 'node:crypto'
import { interviewTransition, stateOfDays } from '@terreau/domain/interviews/support-interview'
import type { HandlerInput, HandlerOutput } from '@terreau/protocol/endpoint'
import type { interviewsEndpoints } from '@terreau/protocol/interviews'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { nextNumber } from '../../platform/numbers/next-number.ts'
import { found, ProblemError, refuse } from '../../platform/problem-error.ts'
import { refreshClocks } from '../clocks/index.ts'
import { isAdviser } from '../onboarding/index.ts'
import { lockInterview } from './queries.ts'

type Note = (typeof interviewsEndpoints)[1]
type Body = HandlerInput<Note>['body']

/** Plans an interview, or records one that was held: its days say which. */
export const noteInterview = mutation<Body & { personId: string }, HandlerOutput<Note>>({
  access: 'interview.manage',
  async run(tx, ctx, { personId, ...body }) {
    await knownPerson(tx, ctx, personId)
    const state = await acceptBody(tx, ctx, body)
    const id = randomUUID()
    const n = await nextNumber(tx, ctx, 'support-interview', 0)
    const number = `ENT-${n.toString().padStart(4, '0')}`
    await tx
      .insertInto('supportInterview')
      .values({
        cooperativeId: ctx.cooperativeId,
        id,
        number,
        personId,
        state,
        ...columnsOf(body),
        createdAt: ctx.now,
      })
      .execute()
    await refreshClocks(tx, ctx, personId)
    const { plannedOn, heldOn } = body
    return {
      value: { id, number },
      audit: [
        {
          action: state === 'held' ? 'interview.recorded' : 'interview.planned',
          entity: { kind: 'interview', id },
          after: { number, personId, plannedOn, heldOn },
        },
      ],
    }
  },
})

/** Changes an interview over the version that was read; saying when it was held records it. */
export const editInterview = mutation<Body & { interviewId: string }, { version: number }>({
  access: 'interview.manage',
  async run(tx, ctx, { interviewId, ...body }) {
    const interview = await lockInterview(tx, ctx, interviewId)
    if (interview.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    const next = interviewTransition(interview.state, 'edit')
    if (!next.ok) refuse(next.refusal)
    const isMoved = body.plannedOn !== interview.plannedOn
    // A planned day that has come may stay as it is while the rest is written.
    const state = await acceptBody(tx, ctx, body, { isPastPlanKept: !isMoved })
    const version = interview.version + 1
    await tx
      .updateTable('supportInterview')
      .set({ ...columnsOf(body), state, version, ...(isMoved ? { remindedOn: null } : {}) })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', interviewId)
      .execute()
    await refreshClocks(tx, ctx, interview.personId)
    const { plannedOn, heldOn } = body
    const isRecorded = interview.state === 'planned' && state === 'held'
    return {
      value: { version },
      audit: [
        {
          action: isRecorded ? 'interview.recorded' : 'interview.edited',
          entity: { kind: 'interview', id: interviewId },
          before: { plannedOn: interview.plannedOn, heldOn: interview.heldOn },
          after: { plannedOn, heldOn },
        },
      ],
    }
  },
})

async function knownPerson(tx: Tx, ctx: Context, personId: string): Promise<void> {
  const person = await tx
    .selectFrom('person')
    .select('id')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', personId)
    .where('archivedAt', 'is', null)
    .executeTakeFirst()
  found(person)
}

/** The state that the days make; refused next to the field that is wrong. */
async function acceptBody(
  tx: Tx,
  ctx: Context,
  body: Body,
  { isPastPlanKept = false } = {},
): Promise<'planned' | 'held'> {
  if (!(await isAdviser(tx, ctx, body.conductorId))) {
    const errors = [{ pointer: '/body/conductorId', code: 'conductor-unknown' }]
    throw new ProblemError('conductor-unknown', undefined, errors)
  }
  const state = stateOfDays(body, ctx.today)
  if (state.ok) return state.value
  const { code, params } = state.refusal
  if (code === 'interview-planned-in-past' && isPastPlanKept) return 'planned'
  const field = code === 'interview-in-future' ? 'heldOn' : 'plannedOn'
  throw new ProblemError(code, params, [{ pointer: `/body/${field}`, code, params }])
}

function columnsOf({ report, ...body }: Body) {
  return { ...body, report: JSON.stringify(report) }
}
