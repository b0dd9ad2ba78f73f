import { SESSION_GUARDS } from '@terreau/domain/tutoring/session'
import { TUTORING_SUBJECTS } from '@terreau/domain/tutoring/subjects'
import { z } from 'zod'
import { instant, localDateCodec, optionalText, uuid, yearMonthCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const mode = z.enum(['in_person', 'phone', 'video'])
const subject = z.enum(TUTORING_SUBJECTS)
const state = z.enum(['noted', 'confirmed', 'disputed', 'cancelled'])

const session = z.strictObject({
  id: uuid,
  tutorName: z.string(),
  tuteeId: uuid,
  tuteeName: z.string(),
  heldOn: localDateCodec,
  minutes: z.number().int(),
  mode,
  subjects: z.array(subject),
  note: z.string(),
  state,
  disputedWhat: z.enum(['duration', 'day', 'did_not_happen']).nullable(),
  loggedAt: instant,
})

const minutesByState = z.strictObject({
  notedMinutes: z.number().int(),
  confirmedMinutes: z.number().int(),
  disputedMinutes: z.number().int(),
})

const token = z.strictObject({ token: z.string().min(20).max(100) })
const sessionId = z.strictObject({ sessionId: uuid })

export const tutoringEndpoints = [
  endpoint({
    method: 'GET',
    path: '/me/tutoring',
    tag: 'tutoring',
    summary:
      'The tutor’s home: hours, people helped, sessions, and what the usual session looks like',
    access: 'tutoring.own',
    response: z.strictObject({
      totals: minutesByState,
      tutees: z.array(z.strictObject({ id: uuid, name: z.string(), phone: z.string() })),
      usual: z.strictObject({ tuteeId: uuid, minutes: z.number().int(), mode }).nullable(),
      sessions: z.array(session),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/me/tutoring/sessions',
    tag: 'tutoring',
    summary: 'Logs a session and asks the person helped to confirm it',
    access: 'tutoring.log',
    body: z.strictObject({
      id: uuid,
      tuteeId: uuid,
      heldOn: localDateCodec,
      minutes: z.number().int().min(5).max(720),
      mode,
      subjects: z.array(subject).max(8),
      note: optionalText,
      /** Questions already answered "yes, it is right" by the tutor. */
      checked: z.array(z.enum(SESSION_GUARDS)).default([]),
    }),
    response: z.strictObject({ id: uuid, confirmationUrl: z.string(), wasMailed: z.boolean() }),
    problems: ['tutoring-please-check', 'session-in-future'],
  }),
  endpoint({
    method: 'POST',
    path: '/me/tutoring/sessions/:sessionId/link',
    tag: 'tutoring',
    summary: 'Makes a new confirmation link and sends it',
    access: 'tutoring.log',
    params: sessionId,
    response: z.strictObject({ confirmationUrl: z.string(), wasMailed: z.boolean() }),
  }),
  endpoint({
    method: 'DELETE',
    path: '/me/tutoring/sessions/:sessionId',
    tag: 'tutoring',
    summary: 'Takes back a session that nobody has confirmed',
    access: 'tutoring.log',
    params: sessionId,
    problems: ['tutoring-act-not-allowed'],
  }),
  endpoint({
    method: 'POST',
    path: '/me/tutoring/certificates',
    tag: 'tutoring',
    summary: 'Issues the tutor’s certificate of confirmed hours',
    access: 'tutoring.own',
    body: z.strictObject({ from: yearMonthCodec, to: yearMonthCodec }),
    response: z.strictObject({ attestationId: uuid, number: z.string() }),
    problems: ['attestation-nothing-to-attest', 'attestation-name-not-printable'],
  }),
  endpoint({
    method: 'GET',
    path: '/me/tutoring/certificates/:attestationId/document',
    tag: 'tutoring',
    summary: 'The tutor’s own certificate, as it was issued',
    access: 'tutoring.own',
    params: z.strictObject({ attestationId: uuid }),
    responseKind: 'file',
  }),
  endpoint({
    method: 'GET',
    path: '/confirmations/:token',
    tag: 'tutoring',
    summary: 'What the person helped is asked; opening it changes nothing',
    access: 'public',
    params: token,
    response: z.strictObject({
      tutorName: z.string(),
      tuteeName: z.string(),
      heldOn: localDateCodec,
      minutes: z.number().int(),
      mode,
      cooperative: z.strictObject({ name: z.string(), phone: z.string() }),
      answer: z.enum(['yes', 'not_exactly', 'no']).nullable(),
      mayAnswer: z.boolean(),
      gesture: z.string(),
    }),
    problems: ['code-unknown', 'link-expired', 'too-many-attempts'],
  }),
  endpoint({
    method: 'POST',
    path: '/confirmations/:token',
    tag: 'tutoring',
    summary: 'The person helped answers, without an account; may change their mind for 7 days',
    access: 'public',
    params: token,
    body: z.strictObject({
      answer: z.enum(['yes', 'not_exactly', 'no']),
      what: z.enum(['duration', 'day', 'did_not_happen']).nullable(),
      gesture: z.string().max(200),
    }),
    response: z.strictObject({ answer: z.enum(['yes', 'not_exactly', 'no']) }),
    problems: ['code-unknown', 'link-expired', 'gesture-missing', 'answer-final'],
  }),
  endpoint({
    method: 'POST',
    path: '/confirmations/:token/renewal',
    tag: 'tutoring',
    summary: 'Sends a new link in place of one that is too old',
    access: 'public',
    params: token,
    problems: ['code-unknown', 'too-many-attempts'],
  }),
  endpoint({
    method: 'GET',
    path: '/tutoring',
    tag: 'tutoring',
    summary: 'Sessions of the cooperative, with noted, confirmed and disputed minutes apart',
    access: 'tutoring.read',
    query: z.strictObject({
      view: z.enum(['all', 'noted', 'confirmed', 'disputed']).default('all'),
      before: z.string().max(100).optional(),
    }),
    response: z.strictObject({
      totals: minutesByState,
      sessions: z.array(session),
      next: z.string().nullable(),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/tutoring/relations',
    tag: 'tutoring',
    summary: 'Who tutors whom',
    access: 'tutoring.read',
    response: z.array(
      z.strictObject({
        id: uuid,
        tutorId: uuid,
        tutorName: z.string(),
        tuteeId: uuid,
        tuteeName: z.string(),
        startedOn: localDateCodec,
        confirmedMinutes: z.number().int(),
      }),
    ),
  }),
  endpoint({
    method: 'POST',
    path: '/tutoring/relations',
    tag: 'tutoring',
    summary: 'Links a tutor and a person to help',
    access: 'tutoring.approve',
    body: z.strictObject({ tutorId: uuid, tuteeId: uuid, startedOn: localDateCodec }),
    response: z.strictObject({ id: uuid }),
    problems: ['relation-exists'],
  }),
  endpoint({
    method: 'GET',
    path: '/tutoring/candidates',
    tag: 'tutoring',
    summary: 'Tutors, and the people they may be linked to',
    access: 'tutoring.approve',
    response: z.strictObject({
      tutors: z.array(z.strictObject({ id: uuid, name: z.string() })),
      people: z.array(z.strictObject({ id: uuid, name: z.string() })),
    }),
  }),
] as const
