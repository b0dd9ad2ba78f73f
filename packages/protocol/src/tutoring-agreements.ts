import {
  AGREEMENT_STATES,
  END_REASONS,
  MOST_MONTHS,
  REVIEW_ANSWERS,
  RHYTHMS,
  SIDES,
} from '@terreau/domain/tutoring/agreement'
import { CHANGE_REASONS } from '@terreau/domain/tutoring/hosts'
import { SKILL_LEVELS } from '@terreau/domain/tutoring/valuation'
import { z } from 'zod'
import { instant, localDateCodec, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'
import { tutoringKind } from './tutoring-schemas.ts'

const TAG = 'tutoring'
const relationId = z.strictObject({ relationId: uuid })
const token = z.strictObject({ token: z.string().min(20).max(100) })
const side = z.enum(SIDES)
const yesNo = z.enum(['yes', 'no'])
const reviewAnswer = z.enum(REVIEW_ANSWERS)
const gesture = z.string().max(200)

const wording = {
  aim: z.string().trim().min(1).max(300),
  rhythm: z.enum(RHYTHMS),
  startsOn: localDateCodec,
  months: z.number().int().min(1).max(MOST_MONTHS),
  confidentiality: z.string().trim().min(1).max(500),
  stopping: z.string().trim().min(1).max(500),
}
const agreement = { ...wording, endsOn: localDateCodec }
const reviewBody = {
  aimAnswer: reviewAnswer,
  helpAnswer: reviewAnswer,
  againAnswer: reviewAnswer,
  words: z.string().trim().max(500).default(''),
}
const links = z.array(
  z.strictObject({ side, name: z.string(), url: z.string(), wasMailed: z.boolean() }),
)

/** What two people agree on: accepted by both from a link, countersigned, ended, looked back on. */
export const tutoringAgreementsEndpoints = [
  endpoint({
    method: 'GET',
    path: '/tutoring/relations/:relationId/agreement',
    tag: TAG,
    summary: 'A pair with its agreement: wording, answers, countersignature, end and reviews',
    access: 'tutoring-need.read',
    params: relationId,
    response: z.strictObject({
      tutorName: z.string(),
      tuteeName: z.string(),
      startedOn: localDateCodec,
      endedOn: localDateCodec.nullable(),
      /** Freely or paid, and where; null: nobody has said it yet. */
      kind: tutoringKind.nullable(),
      hostId: uuid.nullable(),
      hostName: z.string(),
      level: z.enum(SKILL_LEVELS),
      /** What changed of it, the last change first; empty as long as nothing did. */
      ways: z.array(
        z.strictObject({
          fromOn: localDateCodec,
          kind: tutoringKind,
          hostName: z.string(),
          level: z.enum(SKILL_LEVELS),
          reason: z.enum(['first', ...CHANGE_REASONS]),
          byName: z.string(),
          at: instant,
        }),
      ),
      /** Sessions that still count as something else than the pair says of their day. */
      otherwise: z.array(
        z.strictObject({ id: uuid, heldOn: localDateCodec, minutes: z.number().int() }),
      ),
      /** 0: nothing is written yet. */
      version: z.number().int(),
      state: z.enum(AGREEMENT_STATES).nullable(),
      agreement: z.strictObject(agreement).nullable(),
      answers: z.array(
        z.strictObject({
          side,
          answer: yesNo,
          channel: z.enum(['mailed', 'shared']),
          at: instant,
        }),
      ),
      countersigned: z.strictObject({ byName: z.string(), at: instant }).nullable(),
      end: z
        .strictObject({
          endedOn: localDateCodec,
          reason: z.enum(END_REASONS),
          words: z.string(),
        })
        .nullable(),
      reviews: z.array(z.strictObject({ side, ...reviewBody, words: z.string(), at: instant })),
    }),
  }),
  endpoint({
    method: 'PUT',
    path: '/tutoring/relations/:relationId/agreement',
    tag: TAG,
    summary: 'Writes the agreement, a new version each time, and asks both people',
    access: 'tutoring.approve',
    versioned: true,
    params: relationId,
    body: z.strictObject(wording),
    response: links,
    problems: ['agreement-act-not-allowed'],
  }),
  endpoint({
    method: 'POST',
    path: '/tutoring/relations/:relationId/agreement/links',
    tag: TAG,
    summary: 'New links for who has still to answer, or to look back; mailed too',
    access: 'tutoring.approve',
    params: relationId,
    response: links,
    problems: ['agreement-act-not-allowed'],
  }),
  endpoint({
    method: 'POST',
    path: '/tutoring/relations/:relationId/agreement/countersignature',
    tag: TAG,
    summary: 'Countersigns what both accepted; the paper is printed once and kept',
    access: 'tutoring.approve',
    versioned: true,
    params: relationId,
    problems: ['agreement-act-not-allowed', 'tutoring-own-hours'],
  }),
  endpoint({
    method: 'GET',
    path: '/tutoring/relations/:relationId/agreement/document',
    tag: TAG,
    summary: 'The countersigned agreement, as it was printed',
    access: 'tutoring-need.read',
    params: relationId,
    responseKind: 'file',
  }),
  endpoint({
    method: 'POST',
    path: '/tutoring/relations/:relationId/agreement/end',
    tag: TAG,
    summary: 'Ends the agreement and the pair, with the reason; both are asked to look back',
    access: 'tutoring.approve',
    versioned: true,
    params: relationId,
    body: z.strictObject({
      endedOn: localDateCodec,
      reason: z.enum(END_REASONS),
      words: z.string().trim().max(500).default(''),
    }),
    response: links,
    problems: ['agreement-act-not-allowed', 'agreement-end-wrong'],
  }),
  endpoint({
    method: 'GET',
    path: '/agreements/:token',
    tag: TAG,
    summary: 'What one side of a pair is asked; opening it changes nothing',
    access: 'public',
    params: token,
    response: z.strictObject({
      ...agreement,
      side,
      tutorName: z.string(),
      tuteeName: z.string(),
      cooperative: z.strictObject({ name: z.string(), phone: z.string() }),
      state: z.enum(AGREEMENT_STATES),
      answer: yesNo.nullable(),
      mayAnswer: z.boolean(),
      mayReview: z.boolean(),
      gesture: z.string(),
    }),
    problems: ['code-unknown', 'link-expired', 'too-many-attempts'],
  }),
  endpoint({
    method: 'POST',
    path: '/agreements/:token',
    tag: TAG,
    summary: 'One side says yes or no, without an account; may change until it is countersigned',
    access: 'public',
    params: token,
    body: z.strictObject({ answer: yesNo, gesture }),
    response: z.strictObject({ answer: yesNo }),
    problems: ['code-unknown', 'link-expired', 'gesture-missing', 'agreement-act-not-allowed'],
  }),
  endpoint({
    method: 'POST',
    path: '/agreements/:token/review',
    tag: TAG,
    summary: 'One side looks back in three questions, once',
    access: 'public',
    params: token,
    body: z.strictObject({ ...reviewBody, gesture }),
    problems: ['code-unknown', 'link-expired', 'gesture-missing', 'agreement-act-not-allowed'],
  }),
  endpoint({
    method: 'POST',
    path: '/agreements/:token/renewal',
    tag: TAG,
    summary: 'Sends a new link in place of one that is too old',
    access: 'public',
    params: token,
    problems: ['code-unknown', 'too-many-attempts'],
  }),
] as const
