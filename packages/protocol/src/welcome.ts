import { FACT_KINDS } from '@terreau/domain/pipeline/facts'
import { PIECE_REFUSALS, PIECE_STATES } from '@terreau/domain/pipeline/pieces'
import { QUESTIONS } from '@terreau/domain/pipeline/questions'
import { PERSON_STAGES } from '@terreau/domain/pipeline/stage'
import {
  OWN_STEPS,
  TASK_BLOCKS,
  TASK_GROUPS,
  TASK_NAMES,
  TASK_STATUSES,
} from '@terreau/domain/pipeline/tasks'
import { z } from 'zod'
import { instant, localDateCodec, optionalText, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'
import { SHARE_CHANNELS, shareView } from './share.ts'

const task = z.strictObject({
  name: z.enum(TASK_NAMES),
  pieceId: uuid.nullable(),
  group: z.enum(TASK_GROUPS),
  actor: z.enum(['staff', 'person']),
  status: z.enum(TASK_STATUSES),
  block: z.enum(TASK_BLOCKS).nullable(),
})
const progress = z.strictObject({ done: z.int(), total: z.int() })

const pieceFields = {
  id: uuid,
  labelFr: z.string(),
  labelEn: z.string(),
  hintFr: z.string(),
  hintEn: z.string(),
  state: z.enum(PIECE_STATES),
  askedOn: localDateCodec,
  receivedAt: instant.nullable(),
  expiresOn: localDateCodec.nullable(),
  /** When a newer paper came beside an accepted one, which counts until the new one is accepted. */
  renewalReceivedAt: instant.nullable(),
  refusal: z.enum(PIECE_REFUSALS).nullable(),
  words: z.string(),
  mediaType: z.string().nullable(),
}

const piece = z.strictObject({
  ...pieceFields,
  /** Whether it has a last day of validity to write down. */
  expires: z.boolean(),
  spokenOn: localDateCodec.nullable(),
  nextReminderOn: localDateCodec.nullable(),
  history: z.array(
    z.strictObject({
      n: z.int(),
      act: z.enum(['ask', 'receive', 'accept', 'refuse', 'waive', 'remind', 'speak']),
      doneOn: localDateCodec,
      channel: z.enum(['email', 'phone']).nullable(),
      words: z.string(),
      who: z.string().nullable(),
    }),
  ),
  version: z.int(),
})

const fact = z.strictObject({
  kind: z.enum(FACT_KINDS),
  value: z.string(),
  validFrom: localDateCodec,
  saidBy: z.enum(['person', 'staff']),
  recordedAt: instant,
})

const referentLine = z.strictObject({
  n: z.int(),
  adviserName: z.string().nullable(),
  fromOn: localDateCodec,
  reason: z.string(),
  assignedByName: z.string().nullable(),
})

const ownQuestion = z.strictObject({
  question: z.enum(QUESTIONS),
  /** What was answered; null while it is open. 'unknown' when the person does not know. */
  value: z.string().nullable(),
})

const personId = z.strictObject({ personId: uuid })
const pieceId = z.strictObject({ pieceId: uuid })
const upload = z.strictObject({ fileName: z.string().max(200) })

export const welcomeEndpoints = [
  endpoint({
    method: 'GET',
    path: '/people/:personId/welcome',
    tag: 'onboarding',
    summary: 'The tasks of a welcome, read from state, with facts, pieces and who follows',
    access: 'onboarding.read',
    params: personId,
    response: z.strictObject({
      personId: uuid,
      personName: z.string(),
      phone: z.string(),
      email: z.string(),
      /** What staff may send themselves about the pieces that are missing; null when none is. */
      share: shareView.nullable(),
      stage: z.enum(PERSON_STAGES),
      tasks: z.array(task),
      progress,
      isReadyForContract: z.boolean(),
      contractId: uuid.nullable(),
      /** Every fact ever said, the one in force first of its kind. */
      facts: z.array(fact),
      pieces: z.array(piece),
      /** Kinds of pieces that could still be asked for. */
      couldAsk: z.array(z.strictObject({ kindId: uuid, labelFr: z.string(), labelEn: z.string() })),
      referents: z.array(referentLine),
      leadId: uuid.nullable(),
    }),
  }),
  endpoint({
    method: 'PUT',
    path: '/people/:personId/facts',
    tag: 'onboarding',
    summary: 'Writes down a fact from a day on; the older one stays',
    access: 'onboarding.manage',
    params: personId,
    body: z.strictObject({
      kind: z.enum(FACT_KINDS),
      value: z.string().trim().min(1).max(500),
      validFrom: localDateCodec,
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/pieces',
    tag: 'onboarding',
    summary: 'Asks for pieces; without a list, for all that the stage and the situation call for',
    access: 'onboarding.manage',
    params: personId,
    body: z.strictObject({ kindIds: z.array(uuid).max(50) }),
    response: z.strictObject({ asked: z.int() }),
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/conversations',
    tag: 'onboarding',
    summary: 'Notes that staff spoke with the person about their pieces: reminders wait',
    access: 'onboarding.manage',
    params: personId,
    body: z.strictObject({ spokenOn: localDateCodec, words: optionalText }),
    response: z.strictObject({ pieces: z.int() }),
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/piece-shares',
    tag: 'onboarding',
    summary: 'Notes that staff reminded the person of missing pieces by themselves: reminders wait',
    access: 'onboarding.manage',
    params: personId,
    body: z.strictObject({ by: z.enum(SHARE_CHANNELS) }),
    response: z.strictObject({ pieces: z.int() }),
  }),
  endpoint({
    method: 'POST',
    path: '/pieces/:pieceId/verdict',
    tag: 'onboarding',
    summary: 'Accepts a piece, refuses it with what to do, waives it or asks for it again',
    access: 'onboarding.manage',
    versioned: true,
    params: pieceId,
    body: z.strictObject({
      act: z.enum(['accept', 'refuse', 'waive', 'ask']),
      refusal: z.enum(PIECE_REFUSALS).nullable(),
      words: optionalText,
      expiresOn: localDateCodec.nullable(),
    }),
    response: z.strictObject({ state: z.enum(PIECE_STATES), version: z.int() }),
    problems: ['piece-act-not-allowed'],
  }),
  endpoint({
    method: 'POST',
    path: '/pieces/:pieceId/file',
    tag: 'onboarding',
    summary: 'Keeps a piece that somebody brought to the office',
    access: 'onboarding.manage',
    params: pieceId,
    query: upload,
    bodyKind: 'bytes',
    response: z.strictObject({ state: z.enum(PIECE_STATES), version: z.int() }),
    problems: ['piece-act-not-allowed', 'file-kind-refused', 'file-unreadable'],
  }),
  endpoint({
    method: 'GET',
    path: '/pieces/:pieceId/file',
    tag: 'onboarding',
    summary: 'The piece as it was received',
    access: 'onboarding.read',
    params: pieceId,
    responseKind: 'file',
  }),
  endpoint({
    method: 'GET',
    path: '/me/welcome',
    tag: 'onboarding',
    summary: 'The own questions and pieces, and where one stopped',
    access: 'onboarding.own',
    response: z.strictObject({
      personId: uuid,
      questions: z.array(ownQuestion),
      pieces: z.array(z.strictObject(pieceFields)),
      /** The rest of the same tasks that staff see: what the person does after the questions and papers. */
      tasks: z.array(z.strictObject({ name: z.enum(OWN_STEPS), status: z.enum(TASK_STATUSES) })),
      /** The day of the first appointment, once it is planned. */
      appointmentOn: localDateCodec.nullable(),
      progress,
      /** The page on which to go on: a question, or 'piece-' and its id; null when all is answered. */
      resume: z.string().nullable(),
      place: z
        .strictObject({ question: z.string(), typed: z.string(), savedAt: instant })
        .nullable(),
    }),
  }),
  endpoint({
    method: 'PUT',
    path: '/me/welcome/answers/:question',
    tag: 'onboarding',
    summary: 'Answers one question; "unknown" where one may not know',
    access: 'onboarding.own',
    params: z.strictObject({ question: z.enum(QUESTIONS) }),
    body: z.strictObject({ value: z.string().trim().min(1).max(500) }),
    response: z.strictObject({ resume: z.string().nullable() }),
  }),
  endpoint({
    method: 'PUT',
    path: '/me/welcome/place',
    tag: 'onboarding',
    summary: 'Keeps the page one is on and what is typed there',
    access: 'onboarding.own',
    body: z.strictObject({
      question: z
        .string()
        .max(60)
        .regex(/^[a-z_]{3,30}$|^piece-[0-9a-f-]{36}$/),
      typed: z.string().max(500),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/me/pieces/:pieceId/file',
    tag: 'onboarding',
    summary: 'Sends the photo or PDF of an own piece',
    access: 'onboarding.own',
    params: pieceId,
    query: upload,
    bodyKind: 'bytes',
    response: z.strictObject({ state: z.enum(PIECE_STATES), resume: z.string().nullable() }),
    problems: ['piece-act-not-allowed', 'file-kind-refused', 'file-unreadable'],
  }),
] as const
