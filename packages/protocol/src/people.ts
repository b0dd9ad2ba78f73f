import { LIKENESSES } from '@terreau/domain/names/same-person'
import { PERSON_STAGES } from '@terreau/domain/pipeline/stage'
import { z } from 'zod'
import {
  centsCodec,
  instant,
  localDateCodec,
  localeSchema,
  shortText,
  uuid,
  yearMonthCodec,
} from './codecs.ts'
import { contractSummary } from './contract-schemas.ts'
import { endpoint } from './endpoint.ts'
import { timelineEvent, timelineQuery } from './people-timeline.ts'

/** An address to write to, or nothing: many people have none when their file is opened. */
export const optionalEmail = z
  .string()
  .trim()
  .toLowerCase()
  .max(200)
  .refine((text) => text === '' || z.email().safeParse(text).success, 'field-format-email')

export const identity = {
  reference: z.string().trim().max(20),
  civility: z.enum(['', 'Mme', 'M.']),
  familyName: shortText,
  /** Empty for who has one name only. */
  givenName: z.string().trim().max(200),
  bornOn: localDateCodec.nullable(),
  email: optionalEmail,
  phone: z.string().trim().max(40),
  locale: localeSchema,
  address: z.string().trim().max(500),
}

export const activityFields = {
  name: shortText,
  vatRateBp: z.int().min(0).max(10_000),
  fiscalHorsepower: z.int().min(1).max(50).nullable(),
}

const activityView = z.strictObject({ id: uuid, ...activityFields, balanceCents: centsCodec })

const peopleViews = ['all', 'active', 'ending', 'undeclared'] as const

const personLine = z.strictObject({
  id: uuid,
  reference: z.string(),
  familyName: z.string(),
  givenName: z.string(),
  activity: z.string(),
  contract: z
    .strictObject({
      kind: z.enum(['CAPE', 'CESA']),
      state: z.string(),
      endsOn: localDateCodec.nullable(),
    })
    .nullable(),
  lastDeclaredMonth: yearMonthCodec.nullable(),
  balanceCents: centsCodec,
  stage: z.enum(PERSON_STAGES),
  adviserName: z.string().nullable(),
})

const declarationLine = z.strictObject({
  id: uuid,
  month: yearMonthCodec,
  state: z.enum(['draft', 'submitted', 'question', 'accepted']),
  number: z.string().nullable(),
  submittedAt: instant.nullable(),
})

const certificateLine = z.strictObject({
  id: uuid,
  number: z.string(),
  kind: z.string(),
  issuedAt: instant,
  state: z.enum(['issued', 'replaced', 'revoked']),
})

const fileFields = {
  id: uuid,
  ...identity,
  activities: z.array(activityView),
  contracts: z.array(contractSummary),
  balanceCents: centsCodec,
}

/** Months during which somebody receives a minimum income, and the proof that was seen. */
const situationFields = {
  kind: z.enum(['social_minimum']),
  fromMonth: yearMonthCodec,
  toMonth: yearMonthCodec.nullable(),
  proof: shortText,
}

const personFile = z.strictObject({
  ...fileFields,
  hasAccess: z.boolean(),
  isTutor: z.boolean(),
  /** A legal hold keeps everything of the file. */
  isHeld: z.boolean(),
  createdAt: instant,
  declarations: z.array(declarationLine),
  certificates: z.array(certificateLine),
  certificateCount: z.int(),
  stage: z.enum(PERSON_STAGES),
  adviserUserId: uuid.nullable(),
  adviserName: z.string().nullable(),
  /** The file under which this one is seen; null when it stands by itself. */
  mergedInto: z.strictObject({ id: uuid, reference: z.string(), name: z.string() }).nullable(),
  /** The files that are seen under this one. */
  merges: z.array(
    z.strictObject({
      mergeId: uuid,
      personId: uuid,
      reference: z.string(),
      name: z.string(),
      reason: z.string(),
      mergedAt: instant,
      mergedByName: z.string().nullable(),
    }),
  ),
  situations: z.array(z.strictObject({ id: uuid, ...situationFields, version: z.int() })),
  version: z.int(),
})

/** Somebody who looks the same, contact or person, and by what. */
const lookAlike = z.strictObject({
  kind: z.enum(['lead', 'person']),
  id: uuid,
  name: z.string(),
  reference: z.string(),
  bornOn: localDateCodec.nullable(),
  email: z.string(),
  phone: z.string(),
  by: z.array(z.enum(LIKENESSES)),
})

const personId = z.strictObject({ personId: uuid })

export const peopleEndpoints = [
  endpoint({
    method: 'GET',
    path: '/people',
    tag: 'people',
    summary:
      'People by name, fifty at a time; a search ignores accents and finds activity and phone',
    access: 'person.read',
    query: z.strictObject({
      search: z.string().max(200).optional(),
      view: z.enum(peopleViews).optional(),
      stage: z.enum(PERSON_STAGES).optional(),
      /** Exactly this reference, in any case. */
      reference: z.string().trim().max(20).optional(),
      /** Who follows them: a user, or nobody. */
      adviser: z.union([uuid, z.literal('none')]).optional(),
      after: z.string().max(600).optional(),
    }),
    response: z.strictObject({
      /** How many match; counted on the first page only. */
      total: z.int().nullable(),
      /** The month that the view 'undeclared' speaks of. */
      month: yearMonthCodec,
      people: z.array(personLine),
      next: z.string().nullable(),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/people',
    tag: 'people',
    summary:
      'Opens the file of a person with an activity, and their access when there is an e-mail',
    access: 'person.create',
    body: z.strictObject({
      ...identity,
      reference: identity.reference.optional(),
      activity: z.strictObject(activityFields),
      isTutor: z.boolean().optional(),
      /** Says that the person found with this name or address is somebody else. */
      isReallyNew: z.boolean().optional(),
    }),
    response: z.strictObject({ id: uuid, reference: z.string(), activityId: uuid }),
    problems: ['person-already-exists', 'email-already-used'],
  }),
  endpoint({
    method: 'GET',
    path: '/people/:personId',
    tag: 'people',
    summary: 'The file of a person',
    access: 'person.read',
    params: personId,
    response: personFile,
  }),
  endpoint({
    method: 'PUT',
    path: '/people/:personId',
    tag: 'people',
    summary: 'Changes identity and activities; a new e-mail address moves the access to it',
    access: 'person.edit',
    versioned: true,
    params: personId,
    body: z.strictObject({
      ...identity,
      reference: identity.reference.min(1),
      activities: z.array(z.strictObject({ id: uuid, ...activityFields })).max(20),
    }),
    response: z.strictObject({ version: z.int() }),
    problems: ['person-already-exists', 'email-already-used'],
  }),
  endpoint({
    method: 'GET',
    path: '/people/:personId/timeline',
    tag: 'people',
    summary: 'What happened in a file, newest first, with who and when',
    access: 'person.read',
    params: personId,
    query: timelineQuery,
    response: z.strictObject({ events: z.array(timelineEvent), next: z.string().nullable() }),
  }),
  endpoint({
    method: 'GET',
    path: '/me/file',
    tag: 'people',
    summary: 'The own file of the person signed in',
    access: 'own.read',
    response: z.strictObject(fileFields),
  }),
  endpoint({
    method: 'GET',
    path: '/look-alikes',
    tag: 'people',
    summary: 'Contacts and people who look like a name, birth date, address or number',
    access: 'onboarding.read',
    query: z.strictObject({
      givenName: z.string().max(200).default(''),
      familyName: z.string().max(200).default(''),
      bornOn: localDateCodec.optional(),
      email: z.string().max(200).default(''),
      phone: z.string().max(40).default(''),
      exceptPersonId: uuid.optional(),
      exceptLeadId: uuid.optional(),
    }),
    response: z.array(lookAlike),
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/merges',
    tag: 'people',
    summary:
      'Sees another file of the same person under this one; both keep their rows and numbers',
    access: 'person.merge',
    params: personId,
    body: z.strictObject({ mergedId: uuid, reason: shortText }),
    response: z.strictObject({ mergeId: uuid }),
    problems: ['merge-not-possible'],
  }),
  endpoint({
    method: 'POST',
    path: '/merges/:mergeId/undo',
    tag: 'people',
    summary: 'Parts two files again, exactly as they were',
    access: 'person.merge',
    params: z.strictObject({ mergeId: uuid }),
    body: z.strictObject({ reason: shortText }),
    problems: ['merge-already-undone'],
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/situations',
    tag: 'people',
    summary:
      'Records a situation that an assembly may exempt from the contribution, with its proof',
    access: 'person.edit',
    params: personId,
    body: z
      .strictObject(situationFields)
      .refine(({ fromMonth, toMonth }) => toMonth === null || toMonth >= fromMonth, {
        path: ['toMonth'],
        message: 'ends-before-start',
      }),
    response: z.strictObject({ id: uuid }),
    problems: ['month-is-closed'],
  }),
  endpoint({
    method: 'PUT',
    path: '/situations/:situationId',
    tag: 'people',
    summary: 'Says which month is the last one of a situation',
    access: 'person.edit',
    versioned: true,
    params: z.strictObject({ situationId: uuid }),
    body: z.strictObject({ toMonth: yearMonthCodec }),
    response: z.strictObject({ version: z.int() }),
    problems: ['month-is-closed'],
  }),
] as const
