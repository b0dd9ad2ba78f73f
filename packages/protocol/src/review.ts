import { FLAG_CODES } from '@terreau/domain/declarations/flags'
import { RECAP_ANSWERS } from '@terreau/domain/declarations/recap'
import { z } from 'zod'
import { bankCreditView } from './bank-credits.ts'
import { centsCodec, instant, shortText, uuid, yearMonthCodec } from './codecs.ts'
import {
  correctedLines,
  declarationDraft,
  declarationEvent,
  linesView,
  questionView,
  recapView,
  receiptView,
  sentDeclaration,
} from './declaration-views.ts'
import { endpoint } from './endpoint.ts'
import { SHARE_CHANNELS, shareView } from './share.ts'

const id = z.strictObject({ id: uuid })

const flag = z.strictObject({
  code: z.enum(FLAG_CODES),
  lineId: uuid.nullable(),
  params: z.record(z.string(), z.string()),
})

const QUEUE_VIEWS = ['to-review', 'questions', 'answered', 'missing', 'accepted', 'all'] as const

/** 'returned': staff gave it back, the person has to send it again. */
const queueState = z.enum(['missing', 'draft', 'returned', 'submitted', 'question', 'accepted'])

const queueRow = z.strictObject({
  /** Null while nothing was sent. */
  id: uuid.nullable(),
  version: z.number().int().nullable(),
  personId: uuid,
  personName: z.string(),
  activityId: uuid,
  activityName: z.string(),
  state: queueState,
  hasAnswer: z.boolean(),
  number: z.string().nullable(),
  concernsMonth: yearMonthCodec,
  isAdjustment: z.boolean(),
  isLate: z.boolean(),
  isNil: z.boolean(),
  submittedAt: instant.nullable(),
  salesCents: centsCodec.nullable(),
  /** Median of the sales of the last three months; null without history. */
  usualCents: centsCodec.nullable(),
  /** 'none' when nobody was on the phone; 'waiting' until the person confirmed what staff typed. */
  recap: z.enum(['none', 'waiting', ...RECAP_ANSWERS]),
  flags: z.array(flag),
})

const figures = z.strictObject({
  revenueCents: centsCodec,
  outputVatCents: centsCodec,
  inputVatCents: centsCodec,
  productionPurchaseCents: centsCodec,
  otherExpenseCents: centsCodec,
  /** Null while no rate is decided for the month, and then what it adds to the account as well. */
  contributionCents: centsCodec.nullable(),
  accidentCoverCents: centsCodec,
  movementCents: centsCodec.nullable(),
})

const reviewedDeclaration = z.strictObject({
  id: uuid,
  version: z.number().int(),
  personId: uuid,
  personName: z.string(),
  phone: z.string(),
  activityId: uuid,
  activityName: z.string(),
  activityVatRateBp: z.number().int(),
  fiscalHorsepower: z.number().int().nullable(),
  state: z.enum(['draft', 'submitted', 'question', 'accepted']),
  number: z.string().nullable(),
  channel: z.enum(['phone', 'staff', 'import', 'decision']),
  declaredBy: z.string(),
  month: yearMonthCodec,
  concernsMonth: yearMonthCodec,
  isMonthClosed: z.boolean(),
  isLate: z.boolean(),
  submittedAt: instant.nullable(),
  lines: linesView,
  /** The legal mention of a sale without French VAT and what to check, by line. */
  vatNotes: z.array(
    z.strictObject({
      lineId: uuid,
      mentionKey: z.string().nullable(),
      reviewKey: z.string().nullable(),
    }),
  ),
  /** Sales in a foreign currency whose credit at the bank is noted. */
  bankCredits: z.array(bankCreditView),
  receipts: z.array(receiptView),
  /** Null unless staff typed it during a call. */
  recap: recapView.extend({ share: shareView.nullable() }).nullable(),
  questions: z.array(questionView),
  events: z.array(declarationEvent),
  flags: z.array(flag),
  salesCents: centsCodec,
  usualCents: centsCodec.nullable(),
  /** The decision that would be applied held until a month before: nothing can be accepted under it. */
  endedScheme: z.strictObject({ code: z.string(), until: yearMonthCodec }).nullable(),
  /** Accepted under a rule of contribution that the contract no longer names; null otherwise. */
  outdatedScheme: z.strictObject({ was: z.string(), now: z.string() }).nullable(),
  figures,
})

const corrected = z.strictObject({ reason: shortText, lines: correctedLines })

export const reviewEndpoints = [
  endpoint({
    method: 'GET',
    path: '/declarations',
    tag: 'review',
    summary: 'The declarations of a month, as a queue with flags',
    access: 'declaration.read',
    query: z.strictObject({
      view: z.enum(QUEUE_VIEWS).default('to-review'),
      month: yearMonthCodec.optional(),
      page: z.coerce.number().int().min(1).max(1000).default(1),
    }),
    response: z.strictObject({
      month: yearMonthCodec,
      isMonthClosed: z.boolean(),
      firstMonth: yearMonthCodec,
      counts: z.strictObject({
        'to-review': z.number().int(),
        questions: z.number().int(),
        answered: z.number().int(),
        missing: z.number().int(),
        accepted: z.number().int(),
        all: z.number().int(),
      }),
      pageSize: z.number().int(),
      rows: z.array(queueRow),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/declarations/:id',
    tag: 'review',
    summary: 'One declaration with its lines, receipts, questions, flags and figures',
    access: 'declaration.read',
    params: id,
    response: reviewedDeclaration,
  }),
  endpoint({
    method: 'GET',
    path: '/declarations/:id/receipts/:receiptId',
    tag: 'review',
    summary: 'The image or PDF of a receipt',
    access: 'declaration.read',
    params: id.extend({ receiptId: uuid }),
    responseKind: 'file',
  }),
  endpoint({
    method: 'GET',
    path: '/declarations/:id/questions/:questionId/voice',
    tag: 'review',
    summary: 'What the person recorded to answer a question',
    access: 'declaration.review',
    params: id.extend({ questionId: uuid }),
    responseKind: 'file',
    problems: ['file-in-quarantine', 'file-dangerous', 'file-erased'],
  }),
  endpoint({
    method: 'POST',
    path: '/declarations/:id/acceptance',
    tag: 'review',
    summary: 'Accepts a declaration: its figures are frozen and booked',
    access: 'declaration.review',
    params: id,
    versioned: true,
    problems: ['declaration-not-to-review', 'month-is-closed', 'version-changed', 'scheme-ended'],
  }),
  endpoint({
    method: 'POST',
    path: '/declarations/acceptances',
    tag: 'review',
    summary: 'Accepts several declarations, all or none',
    access: 'declaration.review',
    body: z.strictObject({ ids: z.array(uuid).min(1).max(200) }),
    problems: ['declaration-not-to-review', 'month-is-closed', 'scheme-ended'],
  }),
  endpoint({
    method: 'DELETE',
    path: '/declarations/:id/acceptance',
    tag: 'review',
    summary: 'Undoes an acceptance: what it booked is reversed',
    access: 'declaration.review',
    params: id,
    problems: ['declaration-not-accepted', 'month-is-closed', 'bank-credit-stands'],
  }),
  endpoint({
    method: 'POST',
    path: '/declarations/:id/questions',
    tag: 'review',
    summary: 'Asks the person something about a line; the message leaves after five minutes',
    access: 'declaration.review',
    params: id,
    body: z.strictObject({
      lineId: uuid.nullable(),
      text: z.string().trim().min(1).max(1000),
    }),
    response: z.strictObject({ questionId: uuid, mailLeavesAt: instant.nullable() }),
    problems: ['declaration-not-to-review'],
  }),
  endpoint({
    method: 'DELETE',
    path: '/declarations/:id/questions/:questionId',
    tag: 'review',
    summary: 'Takes a question back; its message does not leave if it has not left yet',
    access: 'declaration.review',
    params: id.extend({ questionId: uuid }),
    problems: ['question-already-answered'],
  }),
  endpoint({
    method: 'POST',
    path: '/declarations/:id/return',
    tag: 'review',
    summary:
      'Gives a declaration back to its author with a reason; the message leaves after five minutes',
    access: 'declaration.review',
    params: id,
    versioned: true,
    body: z.strictObject({ reason: z.string().trim().min(1).max(1000) }),
    response: z.strictObject({ mailLeavesAt: instant.nullable() }),
    problems: [
      'declaration-act-not-allowed',
      'declaration-not-typed',
      'declaration-month-closed',
      'version-changed',
    ],
  }),
  endpoint({
    method: 'DELETE',
    path: '/declarations/:id/return',
    tag: 'review',
    summary: 'Takes a returned declaration back as it was, while its author has changed nothing',
    access: 'declaration.review',
    params: id,
    problems: [
      'declaration-act-not-allowed',
      'declaration-return-answered',
      'declaration-month-closed',
    ],
  }),
  endpoint({
    method: 'PUT',
    path: '/declarations/:id/lines',
    mostFields: 5_000,
    tag: 'review',
    summary: 'Corrects the lines, with a reason that the person reads',
    access: 'declaration.review',
    params: id,
    body: corrected,
    versioned: true,
    response: z.strictObject({ version: z.number().int() }),
    problems: ['declaration-lines-invalid', 'declaration-act-not-allowed', 'version-changed'],
  }),
  endpoint({
    method: 'GET',
    path: '/people/:personId/declarations/:month/draft',
    tag: 'review',
    summary:
      'What somebody has begun for a month and not sent, for staff who go on with them on the phone',
    access: 'declaration.declare-for',
    params: z.strictObject({ personId: uuid, month: yearMonthCodec }),
    query: z.strictObject({ activity: uuid.optional() }),
    response: z.strictObject({ draft: declarationDraft.nullable(), savedAt: instant.nullable() }),
    problems: ['declaration-month-not-open', 'no-contract-in-month'],
  }),
  endpoint({
    method: 'POST',
    path: '/people/:personId/declarations/:month',
    mostFields: 5_000,
    tag: 'review',
    summary: 'Declares for somebody who is on the phone',
    access: 'declaration.declare-for',
    params: z.strictObject({ personId: uuid, month: yearMonthCodec }),
    query: z.strictObject({ activity: uuid.optional() }),
    body: declarationDraft,
    response: sentDeclaration,
    problems: [
      'declaration-lines-invalid',
      'declaration-month-not-open',
      'declaration-already-sent',
      'no-contract-in-month',
      'exchange-rate-missing',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/declarations/:id/recap-shares',
    tag: 'review',
    summary: 'Notes that staff handed over the address of the recap by themselves',
    access: 'declaration.declare-for',
    params: id,
    body: z.strictObject({ by: z.enum(SHARE_CHANNELS) }),
  }),
] as const
