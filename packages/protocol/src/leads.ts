import {
  DECISION_REASONS,
  INTERVIEW_RESULTS,
  ORIGINS,
  WITHDRAWAL_REASONS,
} from '@terreau/domain/pipeline/decision'
import { LEAD_STAGES, RECORDED_ACTS } from '@terreau/domain/pipeline/stage'
import { z } from 'zod'
import { instant, localDateCodec, localeSchema, optionalText, shortText, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'
import { activityFields, identity, optionalEmail } from './people.ts'

/** All that is kept of somebody who only asked: a name, a way to reach them, consent, who sent them. */
const leadFields = {
  givenName: identity.givenName,
  familyName: shortText,
  email: optionalEmail,
  phone: z.string().trim().max(40),
  locale: localeSchema,
  consentedOn: localDateCodec,
  origin: z.enum(ORIGINS),
  originName: z.string().trim().max(200),
}

const leadStage = z.enum(LEAD_STAGES)
const leadReason = z.enum([...DECISION_REASONS, ...WITHDRAWAL_REASONS])

const leadLine = z.strictObject({
  id: uuid,
  givenName: z.string(),
  familyName: z.string(),
  email: z.string(),
  phone: z.string(),
  origin: z.enum(ORIGINS),
  originName: z.string(),
  stage: leadStage,
  lastContactOn: localDateCodec,
  deleteOn: localDateCodec.nullable(),
  personId: uuid.nullable(),
})

const leadAct = z.strictObject({
  n: z.int(),
  act: z.enum(['contact', ...RECORDED_ACTS, 'open_file']),
  doneOn: localDateCodec,
  stage: leadStage,
  reason: leadReason.nullable(),
  words: z.string(),
  result: z.enum(INTERVIEW_RESULTS).nullable(),
  ledByName: z.string().nullable(),
  recordedByName: z.string().nullable(),
  recordedAt: instant,
  /** The letter of a decision, as it was written. */
  letter: z
    .strictObject({ subject: z.string(), body: z.string(), isMailed: z.boolean() })
    .nullable(),
})

const leadFile = z.strictObject({
  ...leadFields,
  id: uuid,
  stage: leadStage,
  lastContactOn: localDateCodec,
  deleteOn: localDateCodec.nullable(),
  personId: uuid.nullable(),
  /** What may be recorded next, in the order in which it is offered. */
  acts: z.array(z.enum(RECORDED_ACTS)),
  history: z.array(leadAct),
  meetings: z.array(
    z.strictObject({
      id: uuid,
      heldOn: localDateCodec,
      startsAt: z.string(),
      place: z.string(),
      came: z.boolean().nullable(),
    }),
  ),
  version: z.int(),
})

const leadId = z.strictObject({ leadId: uuid })

export const leadsEndpoints = [
  endpoint({
    method: 'GET',
    path: '/leads',
    tag: 'onboarding',
    summary: 'Contacts without a file, the last ones heard of first, fifty at a time',
    access: 'onboarding.read',
    query: z.strictObject({
      search: z.string().max(200).optional(),
      stage: leadStage.optional(),
      after: z.string().max(600).optional(),
    }),
    response: z.strictObject({
      /** How many match; counted on the first page only. */
      total: z.int().nullable(),
      leads: z.array(leadLine),
      next: z.string().nullable(),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/leads',
    tag: 'onboarding',
    summary: 'Notes a contact: a name, a way to reach the person, their consent, who sent them',
    access: 'onboarding.manage',
    body: z.strictObject({ ...leadFields, isReallyNew: z.boolean().optional() }),
    response: z.strictObject({ id: uuid }),
    problems: ['person-already-exists'],
  }),
  endpoint({
    method: 'GET',
    path: '/leads/:leadId',
    tag: 'onboarding',
    summary: 'A contact, with what happened and what may come next',
    access: 'onboarding.read',
    params: leadId,
    response: leadFile,
  }),
  endpoint({
    method: 'POST',
    path: '/leads/:leadId/acts',
    tag: 'onboarding',
    summary:
      'Records what happened on a day: came to a meeting, withdrew, came back; a decision with its reason and letter',
    access: 'onboarding.manage',
    versioned: true,
    params: leadId,
    body: z.strictObject({
      act: z.enum(['attend', 'admit', 'postpone', 'refuse', 'withdraw', 'reopen']),
      doneOn: localDateCodec,
      reason: leadReason.nullable(),
      words: optionalText,
      /** Sends the letter by mail, when there is an address. */
      isMailed: z.boolean(),
    }),
    response: z.strictObject({ stage: leadStage, version: z.int() }),
    problems: ['pipeline-act-not-allowed'],
  }),
  endpoint({
    method: 'POST',
    path: '/leads/:leadId/interviews',
    tag: 'onboarding',
    summary: 'Records an interview: its day, who led it, the note, what it found',
    access: 'onboarding.manage',
    versioned: true,
    params: leadId,
    body: z.strictObject({
      heldOn: localDateCodec,
      ledBy: uuid,
      note: z.string().trim().min(1).max(5000),
      result: z.enum(INTERVIEW_RESULTS),
    }),
    response: z.strictObject({ stage: leadStage, version: z.int() }),
    problems: ['pipeline-act-not-allowed'],
  }),
  endpoint({
    method: 'POST',
    path: '/leads/:leadId/file',
    tag: 'onboarding',
    summary: 'Opens the file of somebody who is admitted: asks for the rest, keeps the path',
    access: 'onboarding.manage',
    versioned: true,
    params: leadId,
    body: z.strictObject({
      civility: identity.civility,
      bornOn: localDateCodec.nullable(),
      email: optionalEmail,
      phone: identity.phone,
      address: identity.address,
      activity: z.strictObject(activityFields),
      isReallyNew: z.boolean().optional(),
    }),
    response: z.strictObject({ personId: uuid }),
    problems: ['pipeline-act-not-allowed', 'person-already-exists', 'email-already-used'],
  }),
  endpoint({
    method: 'GET',
    path: '/advisers',
    tag: 'onboarding',
    summary: 'Who may lead an interview and follow somebody',
    access: 'onboarding.read',
    response: z.array(z.strictObject({ userId: uuid, name: z.string() })),
  }),
] as const
