import { AGREEMENT_STATES } from '@terreau/domain/tutoring/agreement'
import { ANSWERS } from '@terreau/domain/tutoring/answers'
import { COUNTED_KINDS, TUTORING_KINDS } from '@terreau/domain/tutoring/hosts'
import { SESSION_GUARDS, SESSION_STATES } from '@terreau/domain/tutoring/session'
import { TUTORING_SUBJECTS } from '@terreau/domain/tutoring/subjects'
import { z } from 'zod'
import { instant, localDateCodec, optionalText, uuid, yearMonthCodec } from './codecs.ts'

export const tutoringMode = z.enum(['in_person', 'phone', 'video'])
export const tutoringKind = z.enum(TUTORING_KINDS)
export const tutoringAnswer = z.enum(ANSWERS)
export const disputedWhat = z.enum(['duration', 'day', 'did_not_happen'])
const subject = z.enum(TUTORING_SUBJECTS)
const count = z.number().int()

/** The other side of a pair, and where their agreement stands (null: none is written). */
export const tutoringOther = z.strictObject({
  id: uuid,
  name: z.string(),
  phone: z.string(),
  kind: tutoringKind.nullable(),
  agreement: z.enum(AGREEMENT_STATES).nullable(),
  /** Whoever reads this has not said yes so far. */
  isAnswerAwaited: z.boolean(),
})

/** An hour on the wall, 'HH:MM'. */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const tutoringPart = z.strictObject({
  id: uuid,
  name: z.string(),
  answer: tutoringAnswer.nullable(),
  what: disputedWhat.nullable(),
})

/** A spoken note: it can be heard once the antivirus has looked at it. */
export const voiceState = z.enum(['none', 'ready', 'waiting', 'refused'])

export const tutoringSession = z.strictObject({
  id: uuid,
  version: count,
  tutorName: z.string(),
  tutees: z.array(tutoringPart),
  heldOn: localDateCodec,
  startsAt: timeOfDay.nullable(),
  minutes: count,
  travelMinutes: count,
  mode: tutoringMode,
  place: z.string(),
  kind: tutoringKind.nullable(),
  subjects: z.array(subject),
  note: z.string(),
  voice: voiceState,
  state: z.enum(SESSION_STATES),
  /** Confirmed: nobody can change their mind any more from this instant on. */
  firmAt: instant.nullable(),
  loggedAt: instant,
})

/** What is written about a session besides its people; the length is its minutes, or its two hours. */
export const sessionBody = z.strictObject({
  heldOn: localDateCodec,
  minutes: z.number().int().min(5).max(720).nullable(),
  startsAt: timeOfDay.nullable().default(null),
  endsAt: timeOfDay.nullable().default(null),
  travelMinutes: z.number().int().min(0).max(720).default(0),
  mode: tutoringMode,
  place: z.string().trim().max(200).default(''),
  subjects: z.array(subject).max(8),
  note: optionalText,
  /** Questions already answered "yes, it is right" by the tutor. */
  checked: z.array(z.enum(SESSION_GUARDS)).default([]),
})

/** Noted holds confirmed, which holds approved. Tutor minutes once, tutee minutes times people. */
export const minuteFigures = z.strictObject({
  sessions: count,
  notedMinutes: count,
  confirmedMinutes: count,
  approvedMinutes: count,
  disputedMinutes: count,
  travelMinutes: count,
  tuteeNotedMinutes: count,
  tuteeConfirmedMinutes: count,
  tuteeApprovedMinutes: count,
})

/** Given freely, paid, and from before that was recorded: three measures that are never summed. */
export const figuresByKind = z.strictObject({
  kind: z.enum(COUNTED_KINDS),
  ...minuteFigures.shape,
})

export const figuresOfMonth = z.strictObject({
  month: yearMonthCodec,
  kind: z.enum(COUNTED_KINDS),
  ...minuteFigures.shape,
})

/** A month of a certificate of hours, as it was issued. */
export const certifiedMonth = z.strictObject({
  month: yearMonthCodec,
  /** Null in certificates from before volunteer and paid hours were apart. */
  kind: z.enum(COUNTED_KINDS).nullable(),
  sessions: z.int(),
  notedMinutes: z.int(),
  confirmedMinutes: z.int(),
  /** Null in certificates from before approval. */
  approvedMinutes: z.int().nullable(),
})

export const confirmationLinks = z.array(
  z.strictObject({
    tuteeId: uuid,
    tuteeName: z.string(),
    confirmationUrl: z.string(),
    wasMailed: z.boolean(),
  }),
)

export const confirmationToken = z.strictObject({ token: z.string().min(20).max(100) })
export const ofSession = z.strictObject({ sessionId: uuid })
