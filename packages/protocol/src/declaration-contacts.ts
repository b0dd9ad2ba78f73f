import { CALL_ANSWERS, CALL_STEPS } from '@terreau/domain/declarations/reminders'
import { CHANNELS } from '@terreau/domain/pipeline/facts'
import { z } from 'zod'
import { localDateCodec, localeSchema, uuid, yearMonthCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'
import { SHARE_CHANNELS, shareView } from './share.ts'

const contact = z.strictObject({
  kind: z.enum(['reminder', 'share', 'call']),
  channel: z.enum(['email', 'copy', 'sms', 'whatsapp', 'phone']),
  on: localDateCodec,
  /** Empty when it left by itself. */
  by: z.string(),
  answer: z.enum(CALL_ANSWERS).nullable(),
  step: z.enum(CALL_STEPS).nullable(),
  nextOn: localDateCodec.nullable(),
  note: z.string(),
})

const missingPerson = z.strictObject({
  personId: uuid,
  personName: z.string(),
  activityId: uuid,
  activityName: z.string(),
  state: z.enum(['missing', 'draft', 'returned', 'postponed']),
  phone: z.string(),
  locale: localeSchema,
  /** ISO 639 codes, separated by commas; empty when nobody asked. */
  languages: z.string(),
  channel: z.enum(CHANNELS).nullable(),
  referent: z.string(),
  /** Newest first. */
  contacts: z.array(contact),
  /** Staff spoke with the person about this month: nothing reminds them any more. */
  hasSpoken: z.boolean(),
  reminders: z.number().int(),
  share: shareView,
})

const personId = z.strictObject({ personId: uuid })
const month = z.strictObject({ month: yearMonthCodec })

/** How people who have not declared a month are reached. */
export const declarationContactsEndpoints = [
  endpoint({
    method: 'GET',
    path: '/months/:month/missing-declarations',
    tag: 'review',
    summary: 'Who has not declared a month, how to reach them and what was tried, to call them',
    access: 'declaration.declare-for',
    params: month,
    response: z.strictObject({
      month: yearMonthCodec,
      deadlineOn: localDateCodec,
      /** The last day is past: nothing is sent any more, staff call. */
      isPast: z.boolean(),
      total: z.number().int(),
      /** No more lines than this. */
      most: z.number().int(),
      /** How many a reminder by mail would reach now. */
      mailable: z.number().int(),
      people: z.array(missingPerson),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/months/:month/declaration-reminders',
    tag: 'review',
    summary: 'Reminds by mail who has not declared a month, reads mails and was not spoken with',
    access: 'declaration.declare-for',
    params: month,
    response: z.strictObject({ mailed: z.number().int() }),
    problems: ['declaration-month-not-open', 'reminder-too-late'],
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/declaration-calls',
    tag: 'review',
    summary: 'Writes down a call about a month: once staff spoke with the person, reminders stop',
    access: 'declaration.declare-for',
    params: personId,
    body: z.strictObject({
      month: yearMonthCodec,
      doneOn: localDateCodec,
      answer: z.enum(CALL_ANSWERS),
      step: z.enum(CALL_STEPS),
      nextOn: localDateCodec.nullable(),
      note: z.string().trim().max(500),
    }),
    response: z.strictObject({ contactId: uuid }),
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/declaration-shares',
    tag: 'review',
    summary: 'Notes that staff handed over the address of a month by themselves',
    access: 'declaration.declare-for',
    params: personId,
    body: z.strictObject({ month: yearMonthCodec, by: z.enum(SHARE_CHANNELS) }),
    response: z.strictObject({ contactId: uuid }),
  }),
] as const
