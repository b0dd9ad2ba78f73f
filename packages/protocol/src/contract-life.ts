import { EXIT_REASONS, EXIT_STEPS, isExitStep } from '@terreau/domain/contracts/exits'
import { NOTICE_BODIES, NOTICE_EVENTS } from '@terreau/domain/contracts/notices'
import { CONTRACTUAL_STAGES } from '@terreau/domain/contracts/stage'
import { SUSPENSION_REASONS } from '@terreau/domain/contracts/suspensions'
import { z } from 'zod'
import { siren } from './access-office.ts'
import { centsCodec, instant, localDateCodec, optionalText, shortText, uuid } from './codecs.ts'
import { contractId, contractSummary } from './contract-schemas.ts'
import { uploadProblems } from './documents.ts'
import { endpoint } from './endpoint.ts'

const exitStep = z.enum(Object.keys(EXIT_STEPS).filter(isExitStep))
/** A photo or PDF that proves an act; its bytes are the body. */
const proof = { fileName: z.string().max(200) }
const noticeKey = z.strictObject({
  contractId: uuid,
  event: z.enum(NOTICE_EVENTS),
  recipient: z.enum(NOTICE_BODIES),
})
const suspensionKey = z.strictObject({ contractId: uuid, suspensionId: uuid })

const suspensionView = z.strictObject({
  id: uuid,
  reason: z.enum(SUSPENSION_REASONS),
  startsOn: localDateCodec,
  endsOn: localDateCodec.nullable(),
  note: z.string(),
  version: z.int(),
})

const noticeView = z.strictObject({
  event: z.enum(NOTICE_EVENTS),
  recipient: z.enum(NOTICE_BODIES),
  since: localDateCodec,
  alertAfter: localDateCodec,
  isLate: z.boolean(),
  /** Ready to send: what the letter says, as plain text in French. */
  subject: z.string(),
  text: z.string(),
  sent: z.strictObject({ on: localDateCodec, fileId: uuid, who: z.string().nullable() }).nullable(),
})

const exitStepView = z.strictObject({
  step: exitStep,
  nature: z.enum(['derived', 'ticked', 'paper']),
  isDone: z.boolean(),
  doneAt: instant.nullable(),
  who: z.string().nullable(),
  note: z.string(),
  fileId: uuid.nullable(),
  /** The certificate that was issued here for this step. */
  attestationId: uuid.nullable(),
  /** What the state still lacks, for a derived step: months, or bodies to tell. */
  waiting: z.array(z.string()),
})

/** A contract after its signature: everything that happens to it until it is over. */
const contractLife = z.strictObject({
  person: z.strictObject({
    id: uuid,
    familyName: z.string(),
    givenName: z.string(),
    stage: z.enum(CONTRACTUAL_STAGES),
  }),
  /** Every contract of this person for this activity, oldest first. */
  series: z.array(contractSummary),
  isInForce: z.boolean(),
  suspensions: z.array(suspensionView),
  notices: z.array(noticeView),
  registration: z.strictObject({ registeredOn: localDateCodec, siren: z.string() }).nullable(),
  /** R127-3: what invoices and letters must say while the CAPE runs; null otherwise. */
  papersMention: z.string().nullable(),
  /** Cents per month, gross, as noted from a CESA that both signed elsewhere; null for any other contract. */
  paperFixedPart: z.strictObject({ cents: centsCodec.nullable() }).nullable(),
  hire: z
    .strictObject({
      /** The first day on which the hire may be declared, and the last one. */
      opensOn: localDateCodec,
      dueOn: localDateCodec,
      declared: z.strictObject({ on: localDateCodec, receiptNumber: z.string() }).nullable(),
    })
    .nullable(),
  associate: z
    .strictObject({
      /** The last day to become associate (L7331-3). */
      deadlineOn: localDateCodec.nullable(),
      associateOn: localDateCodec.nullable(),
      fileId: uuid.nullable(),
      /** The deadline has passed without an associate: the contract has ended by law. */
      hasEndedByLaw: z.boolean(),
    })
    .nullable(),
  trialEndsOn: localDateCodec.nullable(),
  exit: z
    .strictObject({
      reason: z.enum(EXIT_REASONS),
      note: z.string(),
      effectiveOn: localDateCodec,
      termOn: localDateCodec.nullable(),
      confirmedAt: instant,
      who: z.string().nullable(),
      steps: z.array(exitStepView),
    })
    .nullable(),
  /** The reasons that can be given now; empty when the contract cannot end. */
  exitReasons: z.array(z.enum(EXIT_REASONS)),
  version: z.int(),
})

export const contractLifeEndpoints = [
  endpoint({
    method: 'GET',
    path: '/contracts/:contractId/life',
    tag: 'contracts',
    summary: 'The life of a contract: renewals, suspensions, notices, registration, exit',
    access: 'contract.read',
    params: contractId,
    response: contractLife,
  }),
  endpoint({
    method: 'POST',
    path: '/contracts/:contractId/suspensions',
    tag: 'contracts',
    summary: 'Records a suspension within the contract, beside no other one',
    access: 'contract.create',
    params: contractId,
    body: z.strictObject({
      reason: z.enum(SUSPENSION_REASONS),
      startsOn: localDateCodec,
      endsOn: localDateCodec.nullable(),
      note: optionalText.optional(),
    }),
    response: z.strictObject({ id: uuid }),
    problems: [
      'contract-act-not-allowed',
      'suspension-ends-before-start',
      'suspension-outside-contract',
      'suspension-overlaps',
    ],
  }),
  endpoint({
    method: 'PUT',
    path: '/contracts/:contractId/suspensions/:suspensionId',
    tag: 'contracts',
    summary: 'Says when a suspension ended, or corrects its end',
    access: 'contract.create',
    versioned: true,
    params: suspensionKey,
    body: z.strictObject({ endsOn: localDateCodec.nullable() }),
    response: z.strictObject({ version: z.int() }),
    problems: [
      'suspension-ends-before-start',
      'suspension-outside-contract',
      'suspension-overlaps',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/contracts/:contractId/suspensions/:suspensionId/cancellation',
    tag: 'contracts',
    summary: 'Takes back a suspension that was recorded by mistake',
    access: 'contract.create',
    params: suspensionKey,
    body: z.strictObject({ reason: shortText }),
  }),
  endpoint({
    method: 'POST',
    path: '/contracts/:contractId/notices/:event/:recipient',
    tag: 'contracts',
    summary: 'Records that a body was told, with the proof (R5142-1)',
    access: 'contract.create',
    params: noticeKey,
    query: z.strictObject({ sentOn: localDateCodec, ...proof }),
    bodyKind: 'bytes',
    problems: [
      'notice-not-due',
      'notice-already-recorded',
      'notice-before-event',
      'date-in-the-future',
      ...uploadProblems,
    ],
  }),
  endpoint({
    method: 'GET',
    path: '/contracts/:contractId/notices/:event/:recipient/letter',
    tag: 'contracts',
    summary: 'The letter to URSSAF or France Travail, ready to send',
    access: 'contract.read',
    params: noticeKey,
    responseKind: 'file',
    problems: ['notice-not-due'],
  }),
  endpoint({
    method: 'POST',
    path: '/contracts/:contractId/registration',
    tag: 'contracts',
    summary: 'Records the registration of the business during a CAPE (L127-4)',
    access: 'contract.create',
    params: contractId,
    body: z.strictObject({ registeredOn: localDateCodec, siren }),
    problems: ['registration-outside-contract', 'contract-act-not-allowed'],
  }),
  endpoint({
    method: 'POST',
    path: '/contracts/:contractId/hire-declaration',
    tag: 'contracts',
    summary: 'Records the declaration before the hire of a CESA and its receipt (R1221-4)',
    access: 'contract.create',
    params: contractId,
    body: z.strictObject({ declaredOn: localDateCodec, receiptNumber: shortText }),
    problems: [
      'contract-act-not-allowed',
      'hire-declared-too-early',
      'hire-already-declared',
      'date-in-the-future',
    ],
  }),
  endpoint({
    method: 'PUT',
    path: '/contracts/:contractId/fixed-part',
    tag: 'contracts',
    summary: 'Notes the gross fixed part of a CESA that was signed elsewhere (R7331-11, 1°)',
    access: 'contract.create',
    versioned: true,
    params: contractId,
    body: z.strictObject({
      fixedPartCents: centsCodec.refine((amount) => amount >= 0n, 'field-too-small'),
    }),
    response: z.strictObject({ version: z.int() }),
    problems: ['contract-act-not-allowed'],
  }),
  endpoint({
    method: 'POST',
    path: '/contracts/:contractId/association',
    tag: 'contracts',
    summary: 'Records the day the person became associate, with the proof (L7331-3)',
    access: 'contract.create',
    params: contractId,
    query: z.strictObject({ associateOn: localDateCodec, ...proof }),
    bodyKind: 'bytes',
    problems: [
      'contract-act-not-allowed',
      'associate-after-deadline',
      'date-in-the-future',
      ...uploadProblems,
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/contracts/:contractId/exit',
    tag: 'contracts',
    summary: 'Ends a contract for a typed reason; nothing before its last day changes',
    access: 'contract.create',
    versioned: true,
    params: contractId,
    body: z.strictObject({
      reason: z.enum(EXIT_REASONS),
      effectiveOn: localDateCodec,
      note: optionalText.optional(),
    }),
    problems: [
      'contract-act-not-allowed',
      'exit-reason-not-for-kind',
      'exit-before-start',
      'exit-after-end',
      'exit-not-at-term',
      'exit-no-deadline-missed',
      'exit-trial-over',
      'exit-before-declared-month',
      'exit-followed-by-contract',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/contracts/:contractId/exit/steps/:step',
    tag: 'contracts',
    summary: 'Ticks a step of an exit that only a person can vouch for',
    access: 'contract.create',
    params: z.strictObject({ contractId: uuid, step: exitStep }),
    body: z.strictObject({ note: optionalText.optional() }),
    problems: ['exit-step-not-ticked'],
  }),
  endpoint({
    method: 'POST',
    path: '/contracts/:contractId/exit/papers/:step',
    tag: 'contracts',
    summary: 'Keeps a paper of the exit that was made elsewhere',
    access: 'contract.create',
    params: z.strictObject({ contractId: uuid, step: exitStep }),
    query: z.strictObject(proof),
    bodyKind: 'bytes',
    problems: ['exit-step-not-ticked', ...uploadProblems],
  }),
  endpoint({
    method: 'GET',
    path: '/contracts/:contractId/papers/:fileId',
    tag: 'contracts',
    summary: 'A proof or paper kept with the contract',
    access: 'contract.read',
    params: z.strictObject({ contractId: uuid, fileId: uuid }),
    responseKind: 'file',
  }),
] as const
