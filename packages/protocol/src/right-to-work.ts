import { PERMIT_KINDS } from '@terreau/domain/right-to-work/permit-kinds'
import { POINT_CODES } from '@terreau/domain/right-to-work/right-to-work'
import { WORK_STOPS } from '@terreau/domain/right-to-work/work-stop'
import { z } from 'zod'
import { instant, localDateCodec, shortText, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const permitKind = z.enum(PERMIT_KINDS)
const contractKind = z.enum(['CAPE', 'CESA'])
const verdict = z.enum(['yes', 'no', 'check'])
const prolongationKind = z.enum(['three_months', 'renewal_receipt', 'extension_certificate'])
const hireCheckKind = z.enum(['prefecture', 'job_seeker', 'student'])
const prefectureAnswer = z.enum(['authentic', 'refused', 'no_answer'])
const workDecision = z.enum(['may_work', 'may_not_work'])
const numberKind = z.enum(['nir', 'iban'])

const personId = z.strictObject({ personId: uuid })
const reason = z.strictObject({ reason: shortText })
const revealed = z.strictObject({ value: z.string(), shownSeconds: z.int() })

const ownPermit = z.strictObject({
  kind: permitKind,
  validFrom: localDateCodec.nullable(),
  validUntil: localDateCodec.nullable(),
  /** The last day with everything that was recorded. */
  lastDay: localDateCodec.nullable(),
  /** 120, 90, 60, 30, 7 or 0 days before the end; null when it is farther. */
  alert: z.int().nullable(),
})

const permitView = z.strictObject({
  ...ownPermit.shape,
  id: uuid,
  /** The last signs behind dots; empty when no number was written. */
  maskedNumber: z.string(),
  originalSeenOn: localDateCodec.nullable(),
  originalSeenBy: z.string(),
  authorisedFrom: localDateCodec.nullable(),
  authorisedUntil: localDateCodec.nullable(),
  /** The documents that are its scans; each opens with a reason that the person reads. */
  scanIds: z.array(uuid),
  /** Nobody wrote its last day, nor that it has none. */
  isEndToState: z.boolean(),
  /** Why it has no last day, as staff wrote it; empty otherwise. */
  noEndReason: z.string(),
  prolongations: z.array(
    z.strictObject({
      id: uuid,
      kind: prolongationKind,
      until: localDateCodec,
      recordedAt: instant,
      recordedBy: z.string(),
    }),
  ),
})

const hireCheckView = z.strictObject({
  id: uuid,
  kind: hireCheckKind,
  doneOn: localDateCodec,
  department: z.string(),
  answer: prefectureAnswer.nullable(),
  answeredOn: localDateCodec.nullable(),
  /** The paper that proves it. */
  documentId: uuid.nullable(),
  /** From the day after, silence is the proof; null when it is no request to the préfet. */
  silenceOn: localDateCodec.nullable(),
  recordedBy: z.string(),
})

const answerView = z.strictObject({
  contract: contractKind,
  verdict,
  points: z.array(
    z.strictObject({
      code: z.enum(POINT_CODES),
      verdict,
      article: z.string(),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  /** Why a contract of this kind may not be sent to sign for that day; null: nothing stops it. */
  stop: z.enum(WORK_STOPS).nullable(),
  decision: z
    .strictObject({
      decision: workDecision,
      reason: z.string(),
      decidedBy: z.string(),
      decidedAt: instant,
    })
    .nullable(),
})

export const rightToWorkEndpoints = [
  endpoint({
    method: 'GET',
    path: '/people/:personId/right-to-work',
    tag: 'right-to-work',
    summary: 'The paper of a person, what was asked, what each contract needs, with its article',
    access: 'permit.read',
    params: personId,
    query: z.strictObject({ on: localDateCodec.optional() }),
    response: z.strictObject({
      person: z.strictObject({ id: uuid, name: z.string() }),
      on: localDateCodec,
      permit: permitView.nullable(),
      previousPermits: z.array(permitView),
      checks: z.array(hireCheckView),
      answers: z.array(answerView),
      department: z.string(),
      /** The last day to ask the préfet for a hire on that day. */
      askBefore: localDateCodec,
      isJobSeekerTold: z.boolean(),
      /** The papers that the person sent and nobody has recorded, and those that were refused. */
      sentPapers: z.array(
        z.strictObject({
          documentId: uuid,
          isToRead: z.boolean(),
          /** Why it was refused; empty otherwise. */
          refusal: z.string(),
        }),
      ),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/permits',
    isGuarded: true,
    tag: 'right-to-work',
    summary: 'Records the paper that a person shows; the one before stays as history',
    access: 'permit.edit',
    params: personId,
    body: z.strictObject({
      kind: permitKind,
      number: z.string().trim().max(40),
      validFrom: localDateCodec.nullable(),
      validUntil: localDateCodec.nullable(),
      originalSeenOn: localDateCodec.nullable(),
      authorisedFrom: localDateCodec.nullable(),
      authorisedUntil: localDateCodec.nullable(),
      /** Its scans, already kept as papers of this person that only two roles may open. */
      documentIds: z.array(uuid).max(4).default([]),
    }),
    response: z.strictObject({ id: uuid }),
    problems: ['document-kind-not-accepted'],
  }),
  endpoint({
    method: 'POST',
    path: '/permits/:permitId/scans',
    tag: 'right-to-work',
    summary: 'Binds scans that came later to a paper that was recorded already',
    access: 'permit.edit',
    params: z.strictObject({ permitId: uuid }),
    body: z.strictObject({ documentIds: z.array(uuid).min(1).max(4) }),
    problems: ['document-kind-not-accepted'],
  }),
  endpoint({
    method: 'POST',
    path: '/documents/:documentId/refusal',
    tag: 'right-to-work',
    summary:
      'Refuses a permit or a receipt that the person sent, with a reason that the person reads',
    access: 'permit.edit',
    params: z.strictObject({ documentId: uuid }),
    body: reason,
    problems: ['version-changed'],
  }),
  endpoint({
    method: 'POST',
    path: '/permits/:permitId/prolongations',
    tag: 'right-to-work',
    summary:
      'A renewal receipt or the three months of CESEDA L433-3: moves the last day, with its proof',
    access: 'permit.edit',
    params: z.strictObject({ permitId: uuid }),
    body: z.strictObject({
      kind: prolongationKind,
      /** The last day on the receipt; for the three months, the day the renewal was asked. */
      day: localDateCodec,
      documentId: uuid.optional(),
    }),
    response: z.strictObject({ until: localDateCodec }),
    problems: ['prolongation-refused', 'document-kind-not-accepted'],
  }),
  endpoint({
    method: 'POST',
    path: '/permits/:permitId/end',
    tag: 'right-to-work',
    summary: 'The last day of a permit that was recorded without one, or why it has none',
    access: 'permit.edit',
    params: z.strictObject({ permitId: uuid }),
    body: z.strictObject({
      validUntil: localDateCodec.nullable(),
      reason: z.string().trim().max(200),
    }),
    problems: ['permit-end-known'],
  }),
  endpoint({
    method: 'POST',
    path: '/permits/:permitId/number-look',
    isGuarded: true,
    tag: 'right-to-work',
    summary: 'Shows the number of a permit for some seconds; the look and its reason are kept',
    access: 'permit.edit',
    params: z.strictObject({ permitId: uuid }),
    body: reason,
    response: revealed,
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/hire-checks',
    tag: 'right-to-work',
    summary:
      'Records a request to the préfet, the proof of a job seeker or the declaration of a student',
    access: 'permit.edit',
    params: personId,
    body: z.strictObject({
      kind: hireCheckKind,
      doneOn: localDateCodec,
      documentId: uuid.optional(),
    }),
    response: z.strictObject({ id: uuid }),
    problems: ['document-kind-not-accepted'],
  }),
  endpoint({
    method: 'POST',
    path: '/hire-checks/:checkId/proof',
    tag: 'right-to-work',
    summary:
      'Binds the paper that proves a step before a hire: the receipt of the request, or else',
    access: 'permit.edit',
    params: z.strictObject({ checkId: uuid }),
    body: z.strictObject({ documentId: uuid }),
    problems: ['document-kind-not-accepted'],
  }),
  endpoint({
    method: 'POST',
    path: '/hire-checks/:checkId/answer',
    tag: 'right-to-work',
    summary: 'Records the answer of the préfet, or that none came: the proof that the duty is done',
    access: 'permit.edit',
    params: z.strictObject({ checkId: uuid }),
    body: z.strictObject({ answer: prefectureAnswer, answeredOn: localDateCodec }),
    problems: ['hire-check-answered', 'silence-too-early'],
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/work-decisions',
    tag: 'right-to-work',
    summary: 'A person decides, with a reason, where the texts leave it open',
    access: 'permit.edit',
    params: personId,
    body: z.strictObject({
      contract: contractKind,
      on: localDateCodec,
      decision: workDecision,
      reason: shortText,
    }),
    response: z.strictObject({ id: uuid }),
    problems: ['prefecture-comes-first', 'right-to-work-forbidden'],
  }),
  endpoint({
    method: 'GET',
    path: '/me/right-to-work',
    tag: 'right-to-work',
    summary: 'Your own permit and its last day',
    access: 'own.read',
    response: z.strictObject({
      permit: ownPermit.nullable(),
      isJobSeekerTold: z.boolean(),
      /** When the person sent a paper that nobody has recorded yet; null: none waits. */
      sentAt: instant.nullable(),
      /** The papers that could not be read, and why, until another came. */
      refusals: z.array(z.strictObject({ sentAt: instant, reason: z.string() })),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/people/:personId/numbers',
    tag: 'right-to-work',
    summary: 'Which numbers of a person are known, masked',
    access: 'number.read',
    params: personId,
    response: z.strictObject({
      /** The social security number is asked only when a contract needs it. */
      mayHoldNir: z.boolean(),
      numbers: z.array(z.strictObject({ kind: numberKind, masked: z.string() })),
    }),
  }),
  endpoint({
    method: 'PUT',
    path: '/people/:personId/numbers/:kind',
    isGuarded: true,
    tag: 'right-to-work',
    summary: 'Writes a social security number or an IBAN, sealed; tells when another person has it',
    access: 'number.edit',
    params: personId.extend({ kind: numberKind }),
    body: z.strictObject({ value: z.string().trim().min(1).max(60) }),
    response: z.strictObject({ isKnownElsewhere: z.boolean() }),
    problems: ['nir-not-needed', 'second-person-needed'],
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/numbers/:kind/look',
    isGuarded: true,
    tag: 'right-to-work',
    summary: 'Shows a number for some seconds; the look and its reason are kept',
    access: 'number.edit',
    params: personId.extend({ kind: numberKind }),
    body: reason,
    response: revealed,
  }),
] as const
