import { AGREEMENT_STATES } from '@terreau/domain/tutoring/agreement'
import { HOST_FORMS } from '@terreau/domain/tutoring/hosts'
import { SKILL_LEVELS } from '@terreau/domain/tutoring/valuation'
import { z } from 'zod'
import { instant, localDateCodec, optionalText, shortText, uuid, yearMonthCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'
import {
  confirmationLinks,
  disputedWhat,
  figuresByKind,
  figuresOfMonth,
  sessionBody,
  tutoringAnswer,
  tutoringKind,
  tutoringMode,
  tutoringOther,
  tutoringSession,
} from './tutoring-schemas.ts'

const token = z.strictObject({ token: z.string().min(20).max(100) })
const sessionId = z.strictObject({ sessionId: uuid })

const howBody = {
  kind: tutoringKind,
  hostId: uuid.nullable(),
  level: z.enum(SKILL_LEVELS).default('simple'),
}

const SESSION_PROBLEMS = [
  'tutoring-please-check',
  'session-in-future',
  'session-length-wrong',
  'tutoring-day-too-long',
  'tutoring-kinds-differ',
] as const

export const tutoringEndpoints = [
  endpoint({
    method: 'GET',
    path: '/me/tutoring',
    tag: 'tutoring',
    summary:
      'The tutor’s home: hours, people helped, sessions, and what the usual session looks like',
    access: 'tutoring.own',
    query: z.strictObject({ before: z.string().max(100).optional() }),
    response: z.strictObject({
      figures: z.array(figuresByKind),
      tutees: z.array(tutoringOther),
      usual: z
        .strictObject({
          tuteeId: uuid,
          minutes: z.number().int(),
          mode: tutoringMode,
          place: z.string(),
        })
        .nullable(),
      /** People helped, by confirmed sessions, and how many of them helped somebody else later on. */
      ripple: z.strictObject({ helped: z.number().int(), nowHelping: z.number().int() }),
      sessions: z.array(tutoringSession),
      next: z.string().nullable(),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/me/tutoring/months',
    tag: 'tutoring',
    summary: 'The tutor’s minutes month by month: noted, confirmed, approved, apart by kind',
    access: 'tutoring.own',
    response: z.array(figuresOfMonth),
  }),
  endpoint({
    method: 'GET',
    path: '/me/tutoring/sessions/:sessionId',
    tag: 'tutoring',
    summary: 'One of the tutor’s own sessions, with what each person answered',
    access: 'tutoring.own',
    params: sessionId,
    response: tutoringSession,
  }),
  endpoint({
    method: 'POST',
    path: '/me/tutoring/sessions',
    tag: 'tutoring',
    summary: 'Logs a session and asks the person helped to confirm it',
    access: 'tutoring.log',
    body: z.strictObject({
      id: uuid,
      tuteeIds: z.array(uuid).min(1).max(30),
      ...sessionBody.shape,
    }),
    response: z.strictObject({ id: uuid, links: confirmationLinks }),
    problems: SESSION_PROBLEMS,
  }),
  endpoint({
    method: 'PUT',
    path: '/me/tutoring/sessions/:sessionId',
    tag: 'tutoring',
    summary: 'Corrects a session that nobody has confirmed, and asks again',
    access: 'tutoring.log',
    versioned: true,
    params: sessionId,
    body: sessionBody,
    response: z.strictObject({ id: uuid, links: confirmationLinks }),
    problems: [...SESSION_PROBLEMS, 'tutoring-act-not-allowed'],
  }),
  endpoint({
    method: 'POST',
    path: '/me/tutoring/sessions/:sessionId/link',
    tag: 'tutoring',
    summary: 'Makes new confirmation links for who has not said yes, and sends them',
    access: 'tutoring.log',
    params: sessionId,
    response: confirmationLinks,
    problems: ['tutoring-act-not-allowed'],
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
      startsAt: z.string().nullable(),
      minutes: z.number().int(),
      mode: tutoringMode,
      others: z.number().int(),
      cooperative: z.strictObject({ name: z.string(), phone: z.string() }),
      answer: tutoringAnswer.nullable(),
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
      answer: tutoringAnswer,
      what: disputedWhat.nullable(),
      gesture: z.string().max(200),
    }),
    response: z.strictObject({ answer: tutoringAnswer }),
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
    summary: 'Sessions of the cooperative, with noted, confirmed and approved minutes apart',
    access: 'tutoring.read',
    query: z.strictObject({
      view: z
        .enum([
          'all',
          'unanswered',
          'noted',
          'confirmed',
          'to_approve',
          'disputed',
          'approved',
          'set_aside',
        ])
        .default('all'),
      before: z.string().max(100).optional(),
    }),
    response: z.strictObject({
      figures: z.array(figuresByKind),
      sessions: z.array(tutoringSession),
      next: z.string().nullable(),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/tutoring/sessions/:sessionId',
    tag: 'tutoring',
    summary: 'One session with its versions: every answer, approval and mediation',
    access: 'tutoring.read',
    params: sessionId,
    response: z.strictObject({
      session: tutoringSession,
      answers: z.array(
        z.strictObject({
          version: z.number().int(),
          tuteeName: z.string(),
          answer: tutoringAnswer,
          what: disputedWhat.nullable(),
          channel: z.enum(['mailed', 'shared']),
          at: instant,
        }),
      ),
      approvals: z.array(
        z.strictObject({
          version: z.number().int(),
          heldOn: localDateCodec,
          minutes: z.number().int(),
          confirmedCount: z.number().int(),
          byName: z.string(),
          at: instant,
        }),
      ),
      mediations: z.array(
        z.strictObject({
          version: z.number().int(),
          outcome: z.enum(['ask_again', 'set_aside']),
          note: z.string(),
          byName: z.string(),
          at: instant,
        }),
      ),
    }),
  }),
  endpoint({
    method: 'PUT',
    path: '/tutoring/sessions/:sessionId',
    tag: 'tutoring',
    summary: 'Staff correct a session: a new version, which is confirmed and approved anew',
    access: 'tutoring.approve',
    versioned: true,
    params: sessionId,
    body: sessionBody,
    problems: [...SESSION_PROBLEMS, 'tutoring-act-not-allowed', 'tutoring-own-hours'],
  }),
  endpoint({
    method: 'POST',
    path: '/tutoring/sessions/:sessionId/mediation',
    tag: 'tutoring',
    summary: 'Ends a disagreement: asks everybody again, or sets the session aside',
    access: 'tutoring.approve',
    versioned: true,
    params: sessionId,
    body: z.strictObject({ outcome: z.enum(['ask_again', 'set_aside']), note: optionalText }),
    problems: ['tutoring-act-not-allowed', 'tutoring-own-hours'],
  }),
  endpoint({
    method: 'POST',
    path: '/tutoring/approvals',
    tag: 'tutoring',
    summary: 'Approves confirmed sessions, all or none: their hours count from then on',
    access: 'tutoring.approve',
    body: z.strictObject({
      sessions: z
        .array(z.strictObject({ id: uuid, version: z.number().int().min(1) }))
        .min(1)
        .max(200),
    }),
    response: z.strictObject({ approved: z.number().int(), minutes: z.number().int() }),
    problems: ['tutoring-not-approvable'],
  }),
  endpoint({
    method: 'GET',
    path: '/tutoring/relations',
    tag: 'tutoring',
    summary: 'Who tutors whom, where and how; one page, in the order of names',
    access: 'tutoring.read',
    query: z.strictObject({ after: z.string().max(300).optional() }),
    response: z.strictObject({
      relations: z.array(
        z.strictObject({
          id: uuid,
          tutorId: uuid,
          tutorName: z.string(),
          tuteeId: uuid,
          tuteeName: z.string(),
          startedOn: localDateCodec,
          endedOn: localDateCodec.nullable(),
          /** Where the agreement stands; null: none is written. */
          agreement: z.enum(AGREEMENT_STATES).nullable(),
          kind: tutoringKind.nullable(),
          hostName: z.string(),
          approvedMinutes: z.number().int(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/tutoring/relations',
    tag: 'tutoring',
    summary: 'Links a tutor and a person to help: given freely in a structure, or paid',
    access: 'tutoring.approve',
    body: z.strictObject({
      tutorId: uuid,
      tuteeId: uuid,
      startedOn: localDateCodec,
      /** The request that this pair meets; it leaves the waiting list. */
      needId: uuid.nullable().default(null),
      ...howBody,
    }),
    response: z.strictObject({ id: uuid }),
    problems: ['need-closed', 'relation-exists', 'volunteer-host-missing', 'volunteer-in-company'],
  }),
  endpoint({
    method: 'PUT',
    path: '/tutoring/relations/:relationId',
    tag: 'tutoring',
    summary: 'Says whether a relation from before is volunteering or paid, and where; once',
    access: 'tutoring.approve',
    params: z.strictObject({ relationId: uuid }),
    body: z.strictObject(howBody),
    problems: ['tutoring-act-not-allowed', 'volunteer-host-missing', 'volunteer-in-company'],
  }),
  endpoint({
    method: 'GET',
    path: '/tutoring/candidates',
    tag: 'tutoring',
    summary: 'Tutors, the people they may be linked to, and the structures that host',
    access: 'tutoring.approve',
    response: z.strictObject({
      tutors: z.array(z.strictObject({ id: uuid, name: z.string() })),
      people: z.array(z.strictObject({ id: uuid, name: z.string() })),
      hosts: z.array(z.strictObject({ id: uuid, name: z.string(), form: z.enum(HOST_FORMS) })),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/tutoring/hosts',
    tag: 'tutoring',
    summary: 'Records a structure in which people help, with what kind of body it is',
    access: 'tutoring.approve',
    body: z.strictObject({ name: shortText, form: z.enum(HOST_FORMS) }),
    response: z.strictObject({ id: uuid }),
    problems: ['host-exists'],
  }),
] as const
