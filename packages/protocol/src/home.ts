import { CONSEQUENCES, WORK_GROUPS } from '@terreau/domain/work/ranking'
import { WORK_KINDS } from '@terreau/domain/work/work-kinds'
import { z } from 'zod'
import { instant, localDateCodec, uuid, yearMonthCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const workItem = z.strictObject({
  kind: z.literal(namesOf(WORK_KINDS)),
  /** With the kind, the name of the row: mostly the id of what it is about. */
  targetId: z.string(),
  /** Null when it concerns nobody in particular. */
  personId: uuid.nullable(),
  personName: z.string(),
  activityId: uuid.nullable(),
  activityName: z.string(),
  month: yearMonthCodec.nullable(),
  /** Since when it waits. */
  since: instant.nullable(),
  /** The day it is wanted for. */
  dueOn: localDateCodec.nullable(),
  /** What happens if nobody acts. */
  consequence: z.literal(namesOf(CONSEQUENCES)),
  /** The text that sets the day; empty when none does. */
  article: z.string(),
  group: z.enum(WORK_GROUPS),
})

export const homeEndpoints = [
  endpoint({
    method: 'GET',
    path: '/home/queue',
    tag: 'home',
    summary:
      'What waits for staff: first what is wanted today, then this week, then later; in each, the gravest consequence first',
    access: 'person.read',
    response: z.strictObject({
      today: localDateCodec,
      openMonth: yearMonthCodec,
      /** The last day to declare the open month. */
      deadlineOn: localDateCodec,
      /** All that waits, beyond what `items` shows. */
      total: z.number().int(),
      blocking: z.number().int(),
      items: z.array(workItem),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/me/tasks',
    tag: 'home',
    summary: 'What waits for the person who asks, out of the same sources and in the same order',
    access: 'own.read',
    response: z.strictObject({ today: localDateCodec, items: z.array(workItem) }),
  }),
] as const

function namesOf<T extends object>(table: T): (keyof T & string)[] {
  return Object.keys(table) as (keyof T & string)[]
}
