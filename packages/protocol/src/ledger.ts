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
  postingKind: z.enum(['opening', 'declaration', 'adjustment', 'reversal', 'pay', 'bank']),
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
  /** The oldest and the newest month with an entry; null before the first. */
  firstMonth: yearMonthCodec.nullable(),
  lastMonth: yearMonthCodec.nullable(),
  /** The month whose lines are shown; null before the first entry. */
  month: yearMonthCodec.nullable(),
  /** The nearest months with an entry before and after it; null for none, and with `asOf`. */
  earlierMonth: yearMonthCodec.nullable(),
  laterMonth: yearMonthCodec.nullable(),
  /** The day at the end of which it is read; null for now. */
  asOf: localDateCodec.nullable(),
  /** Before and after these lines. */
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
  /** Fees and exchange differences of the bank; a gain is negative. */
  bankCents: centsCodec,
  /** Openings brought in this month; outside the movement. */
  openingPostedCents: centsCodec,
  movementCents: centsCodec,
  balanceCents: centsCodec,
})

/** Months with an entry, newest first, a page of them. */
const monthPage = {
  months: z.array(monthFigures),
  /** What to ask as `before` for the months before these; null at the beginning of the account. */
  nextBefore: yearMonthCodec.nullable(),
}

const postingView = z.strictObject({
  id: uuid,
  kind: z.enum(['opening', 'declaration', 'adjustment', 'reversal', 'pay', 'bank']),
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
      'The account of an activity: its newest months, and the lines of one month or as they stood on a day, each with its reason',
    access: 'ledger.read',
    params: z.strictObject({ activityId: uuid }),
    query: z.strictObject({
      /** Whose lines; the newest month with an entry when it is left out. */
      month: yearMonthCodec.optional(),
      /** The entries made until the end of that day, in the newest month that had any; `month` does not count then. */
      asOf: localDateCodec.optional(),
      /** The months before this one, instead of the newest. */
      before: yearMonthCodec.optional(),
    }),
    response: account.extend({
      /** What the account has now, with all its entries. */
      balanceCents: centsCodec,
      ...monthPage,
    }),
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
    summary: 'What I have, and my newest months in a few figures, newest first',
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
        ...monthPage,
        /** The oldest month with an entry; null before the first one. */
        firstMonth: yearMonthCodec.nullable(),
      }),
    ),
  }),
  endpoint({
    method: 'GET',
    path: '/me/account-months',
    tag: 'ledger',
    summary: 'The months of my account before one of them, newest first',
    access: 'own.read',
    query: z.strictObject({ activityId: uuid.optional(), before: yearMonthCodec }),
    response: z.strictObject(monthPage),
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
