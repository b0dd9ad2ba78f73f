import { randomUUID } from 'node:crypto'
import type { CallAnswer, CallStep } from '@terreau/domain/declarations/reminders'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { YearMonth } from '@terreau/domain/time/year-month'
import type { SHARE_CHANNELS } from '@terreau/protocol/share'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { personExists } from '../../people/index.ts'

interface Call {
  personId: string
  month: YearMonth
  doneOn: LocalDate
  answer: CallAnswer
  note: string
  step: CallStep
  nextOn: LocalDate | null
}

/** Staff write down a call about a month: who, when, what was said, what comes next. */
export const recordCall = mutation<Call, { contactId: string }>({
  access: 'declaration.declare-for',
  async run(tx, ctx, { personId, month, doneOn, answer, note, step, nextOn }) {
    await personExists(tx, ctx, personId)
    if (doneOn > ctx.today) refuseDay('doneOn', 'date-not-yet')
    if (nextOn !== null && nextOn < doneOn) refuseDay('nextOn', 'next-before-call')
    const call = { kind: 'call', channel: 'phone', doneOn, answer, note, step, nextOn } as const
    const contactId = await insertContact(tx, ctx, { personId, month, ...call })
    // The words stay in their own row: the journal says that there was a call, and its answer.
    const after = { month, doneOn, answer, step, nextOn }
    const entity = { kind: 'person', id: personId }
    return { value: { contactId }, audit: [{ action: 'declaration.called', entity, after }] }
  },
})

/** Staff handed the address of the month over by themselves; it counts as a reminder. */
export const noteMonthShare = mutation<
  { personId: string; month: YearMonth; by: (typeof SHARE_CHANNELS)[number] },
  { contactId: string }
>({
  access: 'declaration.declare-for',
  async run(tx, ctx, { personId, month, by }) {
    await personExists(tx, ctx, personId)
    const share = { kind: 'share', channel: by, doneOn: ctx.today } as const
    const contactId = await insertContact(tx, ctx, { personId, month, ...share })
    const entity = { kind: 'person', id: personId }
    const after = { month, by }
    return { value: { contactId }, audit: [{ action: 'declaration.link-shared', entity, after }] }
  },
})

async function insertContact(
  tx: Tx,
  ctx: Context,
  contact: Pick<Call, 'personId' | 'month' | 'doneOn'> &
    Partial<Call> & { kind: 'call' | 'share'; channel: string },
): Promise<string> {
  const id = randomUUID()
  const row = { cooperativeId: ctx.cooperativeId, id, doneBy: userIdOf(ctx), ...contact }
  await tx.insertInto('declarationContact').values(row).execute()
  return id
}

function refuseDay(field: string, code: string): never {
  throw new ProblemError('request-invalid', undefined, [{ pointer: `/body/${field}`, code }])
}
