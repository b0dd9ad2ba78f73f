import { z } from 'zod'
import { centsCodec, instant, localDateCodec, uuid, yearMonthCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'

/** Cents, rates and dates as plain text: what a sentence needs to be written in any language. */
const labelParams = z.record(z.string(), z.string())

const accountLine = z.strictObject({
  postingId: uuid,
  position: z.number().int(),
  /** Month in whose books it is. */
  month: yearMonthCodec,
  /** Month it speaks of: earlier for an adjustment. */
  concernsMonth: yearMonthCodec,
  postedAt: instant,
  postingKind: z.enum(['opening', 'declaration', 'adjustment', 'reversal', 'pay']),
  source: z.strictObject({ kind: z.string(), id: uuid }),
  /** The declaration it comes from; null for an opening balance. */
  declarationId: uuid.nullable(),
  /** `ledger.line.*` */
  labelKey: z.string(),
  labelParams,
  /** Why this line: `ledger.explain.*` and what fills the sentence. */
  explanationKey: z.string(),
  explanationParams: labelParams,
  /** Effect on the balance: money in is positive. */
  effectCents: centsCodec,
  /** Balance after this line. */
  balanceCents: centsCodec,
})

const account = z.strictObject({
  activityId: uuid,
  activityName: z.string(),
  people: z.array(z.strictObject({ id: uuid, name: z.string() })),
  month: yearMonthCodec.nullable(),
  /** The day at the end of which it is read; null for now. */
  asOf: localDateCodec.nullable(),
  openingCents: centsCodec,
  closingCents: centsCodec,
  lines: z.array(accountLine),
  /** A month with a closing has a statement once it is drawn. */
  isClosed: z.boolean(),
  hasStatement: z.boolean(),
})

const monthFigures = z.strictObject({
  month: yearMonthCodec,
  isClosed: z.boolean(),
  hasStatement: z.boolean(),
  revenueCents: centsCodec,
  productionPurchaseCents: centsCodec,
  otherExpenseCents: centsCodec,
  contributionCents: centsCodec,
  accidentCoverCents: centsCodec,
  payCents: centsCodec,
  /** Openings brought in this month; outside the movement. */
  openingPostedCents: centsCodec,
  movementCents: centsCodec,
  balanceCents: centsCodec,
})

const postingView = z.strictObject({
  id: uuid,
  kind: z.enum(['opening', 'declaration', 'adjustment', 'reversal', 'pay']),
  month: yearMonthCodec,
  concernsMonth: yearMonthCodec,
  postedAt: instant,
  reversesPostingId: uuid.nullable(),
  isReversed: z.boolean(),
  activityId: uuid.nullable(),
  activityName: z.string(),
  personName: z.string(),
  declarationId: uuid.nullable(),
  debitCents: centsCodec,
  lines: z.array(
    z.strictObject({
      accountKind: z.string(),
      chartCode: z.string(),
      labelKey: z.string(),
      labelParams,
      /** Debit positive, credit negative. */
      amountCents: centsCodec,
    }),
  ),
})

export const ledgerEndpoints = [
  endpoint({
    method: 'GET',
    path: '/activities/:activityId/account',
    tag: 'ledger',
    summary:
      'The account of an activity, whole, for one month or as it stood on a day, each line with its reason',
    access: 'ledger.read',
    params: z.strictObject({ activityId: uuid }),
    /** With `asOf`, the entries made until the end of that day; `month` does not count then. */
    query: z.strictObject({ month: yearMonthCodec.optional(), asOf: localDateCodec.optional() }),
    /** `months`: every month with an entry, newest first, whatever month was asked for. */
    response: account.extend({ months: z.array(monthFigures) }),
  }),
  endpoint({
    method: 'GET',
    path: '/activities/:activityId/statements/:month',
    tag: 'ledger',
    summary: 'The statement of an activity for a closed month, as it was issued (PDF)',
    access: 'ledger.read',
    params: z.strictObject({ activityId: uuid, month: yearMonthCodec }),
    responseKind: 'file',
  }),
  endpoint({
    method: 'GET',
    path: '/ledger',
    tag: 'ledger',
    summary: 'Postings of a month, newest first, with totals for each kind of account',
    access: 'ledger.read',
    query: z.strictObject({ month: yearMonthCodec, cursor: z.string().max(200).optional() }),
    response: z.strictObject({
      postings: z.array(postingView),
      nextCursor: z.string().nullable(),
      totals: z.array(
        z.strictObject({
          accountKind: z.string(),
          chartCode: z.string(),
          debitCents: centsCodec,
          creditCents: centsCodec,
        }),
      ),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/accounts',
    tag: 'ledger',
    summary: 'What each activity has now',
    access: 'ledger.read',
    response: z.array(
      z.strictObject({
        activityId: uuid,
        activityName: z.string(),
        personId: uuid,
        personName: z.string(),
        personReference: z.string(),
        balanceCents: centsCodec,
        lastMonth: yearMonthCodec.nullable(),
      }),
    ),
  }),
  endpoint({
    method: 'GET',
    path: '/me/account',
    tag: 'ledger',
    summary: 'What I have, and each month in a few figures, newest first',
    access: 'own.read',
    response: z.array(
      z.strictObject({
        activityId: uuid,
        activityName: z.string(),
        /** What the account of the activity holds, whoever shares it. */
        balanceCents: centsCodec,
        /** Whom I share the activity with, and what is mine of its balance; null when I am alone. */
        shared: z
          .strictObject({
            sharePermille: z.int(),
            others: z.array(z.string()),
            ownCents: centsCodec,
          })
          .nullable(),
        months: z.array(monthFigures),
      }),
    ),
  }),
  endpoint({
    method: 'GET',
    path: '/me/account-on',
    tag: 'ledger',
    summary: 'What my activities had at the end of a day, with the entries made until then',
    access: 'own.read',
    query: z.strictObject({ day: localDateCodec }),
    response: z.array(
      z.strictObject({
        activityId: uuid,
        activityName: z.string(),
        /** Of the whole activity, whoever shares it. */
        balanceCents: centsCodec,
      }),
    ),
  }),
  endpoint({
    method: 'GET',
    path: '/me/account/:month',
    tag: 'ledger',
    summary: 'A month of my account, line by line, each with its reason',
    access: 'own.read',
    params: z.strictObject({ month: yearMonthCodec }),
    query: z.strictObject({ activityId: uuid.optional() }),
    response: account,
  }),
  endpoint({
    method: 'GET',
    path: '/me/statements/:month',
    tag: 'ledger',
    summary: 'My statement for a closed month, as it was issued (PDF)',
    access: 'own.read',
    params: z.strictObject({ month: yearMonthCodec }),
    query: z.strictObject({ activityId: uuid.optional() }),
    responseKind: 'file',
  }),
] as const
