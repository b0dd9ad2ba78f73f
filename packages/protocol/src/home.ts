import { z } from 'zod'
import { instant, localDateCodec, uuid, yearMonthCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'

/** What may wait for staff, in the order in which it is ranked when nothing else decides. */
export const QUEUE_KINDS = [
  'close-month',
  'review-answer',
  'review-declaration',
  'missing-declaration',
  'question-waiting',
  'countersign-contract',
  'contract-ending',
  'session-disputed',
] as const

const queueItem = z.strictObject({
  kind: z.enum(QUEUE_KINDS),
  /** The declaration, contract or session it is about; the activity of a missing one; the month to close. */
  targetId: z.string(),
  personId: uuid.nullable(),
  personName: z.string(),
  activityName: z.string(),
  month: yearMonthCodec.nullable(),
  /** Since when it waits. */
  since: instant.nullable(),
  /** The day it is wanted for. */
  dueOn: localDateCodec.nullable(),
  /** Whether the closing of the open month waits for it. */
  blocksClosing: z.boolean(),
})

export const homeEndpoints = [
  endpoint({
    method: 'GET',
    path: '/home/queue',
    tag: 'home',
    summary:
      'What waits for staff: first what stops the closing of the open month, then by date wanted, then by age',
    access: 'person.read',
    response: z.strictObject({
      today: localDateCodec,
      openMonth: yearMonthCodec,
      /** The last day to declare the open month. */
      deadlineOn: localDateCodec,
      /** All that waits, beyond what `items` shows. */
      total: z.number().int(),
      blocking: z.number().int(),
      items: z.array(queueItem),
    }),
  }),
] as const
