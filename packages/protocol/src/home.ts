import { CONSEQUENCES, WORK_GROUPS } from '@terreau/domain/work-queue/ranking'
import { WORK_KINDS, WORK_TOPICS } from '@terreau/domain/work-queue/work-kinds'
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

const queueItem = workItem.extend({
  /** The last day until which it may be put aside; null when no day binds. */
  latestSnoozeOn: localDateCodec.nullable(),
  /** Until when and why it is put aside. */
  snoozed: z.strictObject({ until: localDateCodec, reason: z.string() }).nullable(),
  /** The colleague it was given to. */
  assignee: z.strictObject({ userId: uuid, name: z.string() }).nullable(),
  /** Who follows the person: in charge as long as it was given to nobody. */
  referentName: z.string().nullable(),
})

const target = z.strictObject({
  kind: z.literal(namesOf(WORK_KINDS)),
  targetId: z.string().min(1).max(200),
})
const done = z.strictObject({ isDone: z.literal(true) })

export const homeEndpoints = [
  endpoint({
    method: 'GET',
    path: '/home/queue',
    tag: 'home',
    summary:
      'What waits for staff: first what is wanted today, then this week, then later; in each, the gravest consequence first',
    access: 'person.read',
    query: z.strictObject({
      view: z.enum(['waiting', 'snoozed']).default('waiting'),
      topic: z.enum(WORK_TOPICS).optional(),
      /**
       * What a colleague, or the one who asks, has in charge: given to them, or of somebody they follow and
       * given to nobody.
       */
      inCharge: z.union([z.literal('me'), uuid]).optional(),
      /** What concerns one person. */
      personId: uuid.optional(),
      after: z.string().max(600).optional(),
    }),
    response: z.strictObject({
      today: localDateCodec,
      readAt: instant,
      openMonth: yearMonthCodec,
      /** The last day to declare the open month. */
      deadlineOn: localDateCodec,
      /** What was found from this page on, beyond what `items` shows. */
      total: z.number().int(),
      blocking: z.number().int(),
      /** More waits than was read: the counts are lower bounds. */
      isMore: z.boolean(),
      /** How many things are put aside until later. */
      snoozed: z.number().int(),
      items: z.array(queueItem),
      /** Where the next page goes on: a place in the order, so that nothing is shown twice or left out. */
      next: z.string().nullable(),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/home/month',
    tag: 'home',
    summary: 'Where the open month stands, step by step, until its closing',
    access: 'person.read',
    response: z.strictObject({
      month: yearMonthCodec,
      /** The last day to declare it. */
      deadlineOn: localDateCodec,
      isOver: z.boolean(),
      /** Activities and people under contract in the month, each pair once. */
      expected: z.number().int(),
      /** Expected, not sent, and not left to a later month. */
      missing: z.number().int(),
      /** Left to a later month by a decision, and still not sent. */
      postponed: z.number().int(),
      /** Expected and sent. With `missing` and `postponed` it makes `expected`. */
      declared: z.number().int(),
      /** Booked in the month, by what is left to do with them. */
      toReview: z.number().int(),
      question: z.number().int(),
      accepted: z.number().int(),
      /** Of these three: what was sent late about an earlier month. */
      late: z.number().int(),
      canClose: z.boolean(),
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
  endpoint({
    method: 'GET',
    path: '/home/colleagues',
    tag: 'home',
    summary: 'Who may be given a thing to do',
    access: 'person.read',
    response: z.strictObject({
      colleagues: z.array(z.strictObject({ userId: uuid, name: z.string() })),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/home/marks',
    tag: 'home',
    summary: 'Who put one thing aside or gave it to whom, newest first',
    access: 'person.read',
    query: target,
    response: z.strictObject({
      marks: z.array(
        z.strictObject({
          mark: z.enum(['snoozed', 'assigned']),
          untilOn: localDateCodec.nullable(),
          reason: z.string().nullable(),
          assigneeName: z.string().nullable(),
          setBy: z.string(),
          setAt: instant,
          endedBy: z.string(),
          endedAt: instant.nullable(),
        }),
      ),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/home/snoozes',
    tag: 'home',
    summary: 'Puts a thing aside until a day, for a reason; never past a day that the law sets',
    access: 'work.organize',
    body: target.extend({ until: localDateCodec, reason: z.string().trim().min(1).max(300) }),
    response: done,
  }),
  endpoint({
    method: 'POST',
    path: '/home/wakings',
    tag: 'home',
    summary: 'Takes a thing back that was put aside',
    access: 'work.organize',
    body: target,
    response: done,
  }),
  endpoint({
    method: 'POST',
    path: '/home/assignments',
    tag: 'home',
    summary: 'Gives a thing to a colleague, or back to everybody',
    access: 'work.organize',
    body: target.extend({ userId: uuid.nullable() }),
    response: done,
  }),
] as const

function namesOf<T extends object>(table: T): (keyof T & string)[] {
  return Object.keys(table) as (keyof T & string)[]
}
