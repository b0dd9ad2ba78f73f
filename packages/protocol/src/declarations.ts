import { EXPENSE_CATEGORIES } from '@terreau/domain/expenses/vat-recovery'
import { CURRENCIES } from '@terreau/domain/money/currency'
import { z } from 'zod'
import { bigintCodec, centsCodec, instant, localDateCodec, uuid, yearMonthCodec } from './codecs.ts'
import {
  declarationDraft,
  declarationEvent,
  declarationStatus,
  linesView,
  questionView,
  recapAnswer,
  recapView,
  receiptView,
  returnView,
  sentDeclaration,
  vehicleChoice,
} from './declaration-views.ts'
import { uploadProblems } from './documents.ts'
import { endpoint } from './endpoint.ts'

const month = z.strictObject({ month: yearMonthCodec })
/** Which activity, for the few people who have several. */
const ofActivity = z.strictObject({ activity: uuid.optional() })

const monthView = z.strictObject({
  month: yearMonthCodec,
  activityId: uuid,
  activityName: z.string(),
  state: declarationStatus,
  /** Staff gave it back: a draft to look at again and to send. */
  isReturned: z.boolean(),
  number: z.string().nullable(),
  submittedAt: instant.nullable(),
  deadlineOn: localDateCodec,
  /** 0 on the last day, negative once late. */
  daysLeft: z.number().int(),
  isClosed: z.boolean(),
  /** The month in whose books it counts: another one when its own is closed. */
  bookMonth: yearMonthCodec,
  waitingQuestions: z.number().int(),
  salesCents: centsCodec.nullable(),
})

const ownDeclaration = z.strictObject({
  month: yearMonthCodec,
  bookMonth: yearMonthCodec,
  isAdjustment: z.boolean(),
  activity: z.strictObject({
    id: uuid,
    name: z.string(),
    fiscalHorsepower: z.number().int().nullable(),
  }),
  /** Expenses whose VAT is not asked: none of it ever comes back. */
  categoriesWithoutVat: z.array(z.enum(EXPENSE_CATEGORIES)),
  /** Of the person, in that month; empty when only the car of the activity is known. */
  vehicles: z.array(vehicleChoice),
  deadlineOn: localDateCodec,
  daysLeft: z.number().int(),
  state: declarationStatus,
  id: uuid.nullable(),
  number: z.string().nullable(),
  submittedAt: instant.nullable(),
  version: z.number().int().nullable(),
  savedAt: instant.nullable(),
  draft: declarationDraft.nullable(),
  lines: linesView,
  salesCents: centsCodec,
  expensesCents: centsCodec,
  /** False when the last decision ended before the month and none follows: nothing is estimated. */
  isRateDecided: z.boolean(),
  /** What the month adds to the account; null while it cannot be known. */
  movementCents: centsCodec.nullable(),
  receipts: z.array(receiptView),
  questions: z.array(questionView),
  /** Null unless staff typed it during a call. */
  recap: recapView.extend({ declaredBy: z.string() }).nullable(),
  /** Null unless staff gave it back and it was not sent again. */
  returned: returnView.nullable(),
  events: z.array(declarationEvent),
  currencies: z.array(
    z.strictObject({
      code: z.enum(CURRENCIES),
      unitsPerEuro: z.string(),
      isFixed: z.boolean(),
    }),
  ),
  /** Customers of the last months, each proposed as one touch. */
  customers: z.array(
    z.strictObject({
      customer: z.string(),
      customerCountry: z.string(),
      customerKind: z.enum(['business', 'person']),
      currency: z.enum(CURRENCIES),
      amountMinor: bigintCodec,
      paymentMeans: z.string(),
    }),
  ),
  reviewer: z.string(),
  /** The books of the month are closed: what was forgotten goes in a further declaration. */
  canAddMore: z.boolean(),
  /** Where such an addition would count. */
  addsToMonth: yearMonthCodec,
})

export const declarationsEndpoints = [
  endpoint({
    method: 'GET',
    path: '/me/months',
    tag: 'declarations',
    summary: 'The months that the person signed in has declared or has to declare, newest first',
    access: 'declaration.declare',
    response: z.strictObject({
      months: z.array(monthView),
      /** The month that opens next, and when. */
      next: z.strictObject({ month: yearMonthCodec, opensOn: localDateCodec }).nullable(),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/me/declarations/:month',
    tag: 'declarations',
    summary: 'One month: its draft or what was sent, with questions, receipts, rates and customers',
    access: 'declaration.declare',
    params: month,
    query: ofActivity,
    response: ownDeclaration,
    problems: ['declaration-month-not-open', 'no-contract-in-month'],
  }),
  endpoint({
    method: 'PUT',
    path: '/me/declarations/:month/draft',
    mostFields: 5_000,
    tag: 'declarations',
    summary: 'Keeps the answers given so far, as typed; If-Match guards against another device',
    access: 'declaration.declare',
    params: month,
    query: ofActivity,
    body: declarationDraft,
    response: z.strictObject({
      version: z.number().int(),
      savedAt: instant,
      /** What the month would add to the account; null while an answer is missing or no rate is decided. */
      movementCents: centsCodec.nullable(),
    }),
    problems: [
      'declaration-month-not-open',
      'declaration-already-sent',
      'no-contract-in-month',
      'version-required',
      'version-changed',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/me/declarations/:month/submission',
    mostFields: 5_000,
    tag: 'declarations',
    summary: 'Sends the declaration of the month; sending the same one twice counts once',
    access: 'declaration.declare',
    params: month,
    query: ofActivity,
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
    path: '/me/declarations/:month/withdrawal',
    tag: 'declarations',
    summary: 'Takes a sent declaration back to change it, until it is accepted',
    access: 'declaration.declare',
    params: month,
    query: ofActivity,
    response: z.strictObject({ version: z.number().int() }),
    problems: ['declaration-act-not-allowed'],
  }),
  endpoint({
    method: 'POST',
    path: '/me/declarations/:month/receipts',
    tag: 'declarations',
    summary: 'Adds the photo or PDF of a line; images are drawn again, without place or author',
    access: 'declaration.declare',
    params: month,
    query: ofActivity.extend({
      lineId: uuid,
      /** Chosen on the device: the same photo sent twice is kept once. */
      receiptId: uuid,
      fileName: z.string().max(200),
    }),
    bodyKind: 'bytes',
    response: receiptView,
    problems: [...uploadProblems, 'declaration-act-not-allowed'],
  }),
  endpoint({
    method: 'DELETE',
    path: '/me/declarations/:month/receipts/:receiptId',
    tag: 'declarations',
    summary: 'Removes a receipt of a draft',
    access: 'declaration.declare',
    params: month.extend({ receiptId: uuid }),
    query: ofActivity,
    problems: ['declaration-act-not-allowed'],
  }),
  endpoint({
    method: 'GET',
    path: '/me/receipts/:receiptId',
    tag: 'declarations',
    summary: 'The image or PDF of one of your receipts',
    access: 'declaration.declare',
    params: z.strictObject({ receiptId: uuid }),
    responseKind: 'file',
  }),
  endpoint({
    method: 'POST',
    path: '/me/questions/:questionId/answer',
    tag: 'declarations',
    summary: 'Answers a question about your declaration',
    access: 'declaration.declare',
    params: z.strictObject({ questionId: uuid }),
    body: z.strictObject({ text: z.string().trim().min(1).max(1000) }),
    response: z.strictObject({ state: declarationStatus }),
    problems: ['question-already-answered', 'question-closed'],
  }),
  endpoint({
    method: 'POST',
    path: '/me/questions/:questionId/voice',
    tag: 'declarations',
    summary:
      'Answers a question about your declaration with a recording (WebM or MP4, 2 MB at most)',
    access: 'declaration.declare',
    params: z.strictObject({ questionId: uuid }),
    bodyKind: 'voice',
    response: z.strictObject({ state: declarationStatus }),
    problems: [
      'question-already-answered',
      'question-closed',
      'voice-unreadable',
      'file-dangerous',
    ],
  }),
  endpoint({
    method: 'GET',
    path: '/me/questions/:questionId/voice',
    tag: 'declarations',
    summary: 'What you recorded to answer a question',
    access: 'declaration.declare',
    params: z.strictObject({ questionId: uuid }),
    responseKind: 'file',
    problems: ['file-in-quarantine', 'file-dangerous', 'file-erased'],
  }),
  endpoint({
    method: 'GET',
    path: '/me/declarations/:month/proof',
    tag: 'declarations',
    summary: 'A PDF that proves what was sent, and when',
    access: 'declaration.declare',
    problems: ['attestation-name-not-printable'],
    params: month,
    query: ofActivity,
    responseKind: 'file',
  }),
  endpoint({
    method: 'POST',
    path: '/me/declarations/:month/recap-answer',
    tag: 'declarations',
    summary: 'Says whether what staff typed during a call is right: yes, not exactly, or no',
    access: 'declaration.declare',
    params: month,
    query: ofActivity,
    body: z
      .strictObject({
        answer: recapAnswer,
        lineId: uuid.nullable(),
        words: z.string().trim().max(500),
      })
      .refine(({ answer, lineId }) => lineId === null || answer === 'not_exactly', {
        path: ['lineId'],
        message: 'field-not-accepted',
      }),
    response: z.strictObject({ state: recapAnswer }),
    problems: ['recap-not-asked', 'declaration-month-not-open', 'no-contract-in-month'],
  }),
  endpoint({
    method: 'GET',
    path: '/me/next-declaration.ics',
    tag: 'declarations',
    summary: 'The next month to declare, for the calendar of a phone (iCalendar, RFC 5545)',
    access: 'declaration.declare',
    responseKind: 'file',
  }),
] as const
