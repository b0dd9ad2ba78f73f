import { z } from 'zod'
import { centsCodec, instant, shortText, uuid, yearMonthCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'

/** What stops a closing. */
export const BLOCKING_CHECKS = [
  'previous-month-open',
  'month-not-begun',
  'declarations-missing',
  'declarations-unreviewed',
  'questions-open',
  'rates-missing',
] as const

/** What staff should look at; it stops nothing. */
export const WARNING_CHECKS = [
  'month-not-over',
  'declarations-postponed',
  'contracts-ended',
  'contributions-outdated',
  'receipts-missing',
  'cash-at-hand',
  'accounts-negative',
  'settings-missing',
] as const

const checkCode = z.enum([...BLOCKING_CHECKS, ...WARNING_CHECKS])

const concerned = z.strictObject({
  /** Null when the check is about no one, such as a missing rate. */
  personId: uuid.nullable(),
  activityId: uuid.nullable(),
  declarationId: uuid.nullable(),
  name: z.string(),
  /** A currency, a month, a setting: what the sentence needs besides the name. */
  detail: z.string(),
  amountCents: centsCodec.nullable(),
})

const check = z.strictObject({
  code: checkCode,
  level: z.enum(['blocking', 'warning']),
  count: z.number().int(),
  people: z.array(concerned),
})

const figures = {
  revenueCents: centsCodec,
  outputVatCents: centsCodec,
  inputVatCents: centsCodec,
  productionPurchaseCents: centsCodec,
  otherExpenseCents: centsCodec,
  contributionCents: centsCodec,
  accidentCoverCents: centsCodec,
  /** Gross and employer contributions of the pay slips booked in the month. */
  payCents: centsCodec,
  /** Fees and exchange differences of the bank; a gain is negative. */
  bankCents: centsCodec,
  movementCents: centsCodec,
  openingCents: centsCodec,
  closingCents: centsCodec,
}

const closingLine = z.strictObject({
  activityId: uuid,
  activityName: z.string(),
  personId: uuid,
  personName: z.string(),
  personReference: z.string(),
  ...figures,
  isNil: z.boolean(),
  hasStatement: z.boolean(),
  /** False for a name that no font of the documents prints: its statement waits until it is written anew. */
  isNamePrintable: z.boolean(),
})

const monthParams = z.strictObject({ month: yearMonthCodec })

export const closingEndpoints = [
  endpoint({
    method: 'GET',
    path: '/closings',
    tag: 'closing',
    summary: 'The months kept here, newest first, and which are closed',
    access: 'closing.read',
    response: z.array(
      z.strictObject({
        month: yearMonthCodec,
        /** `next`: the one that may be closed now; `later`: an earlier one is still open. */
        state: z.enum(['closed', 'next', 'later']),
        closedAt: instant.nullable(),
        closedByName: z.string(),
        people: z.number().int(),
        accepted: z.number().int(),
      }),
    ),
  }),
  endpoint({
    method: 'GET',
    path: '/closings/:month/checks',
    tag: 'closing',
    summary:
      'What stops the closing of a month and what deserves a look, with the people concerned',
    access: 'closing.read',
    params: monthParams,
    response: z.strictObject({ canClose: z.boolean(), checks: z.array(check) }),
  }),
  endpoint({
    method: 'GET',
    path: '/closings/:month/preview',
    tag: 'closing',
    summary: 'The figures that closing would freeze, person by person, beside the month before',
    access: 'closing.read',
    params: monthParams,
    response: z.strictObject({
      lines: z.array(
        closingLine.omit({ hasStatement: true, isNamePrintable: true }).extend({
          previous: z
            .strictObject({
              revenueCents: centsCodec,
              contributionCents: centsCodec,
              movementCents: centsCodec,
            })
            .nullable(),
        }),
      ),
      totals: z.strictObject(figures),
      previousTotals: z.strictObject(figures).nullable(),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/closings/:month/nil',
    tag: 'closing',
    summary:
      'Decides for somebody who declared nothing: an explicit zero, or a later month (late declaration)',
    access: 'closing.close',
    params: monthParams,
    body: z.strictObject({
      activityId: uuid,
      personId: uuid,
      decision: z.enum(['nil', 'postpone']),
      reason: shortText,
    }),
    response: z.strictObject({ declarationId: uuid.nullable() }),
    problems: ['month-is-closed', 'declaration-exists', 'no-contract-in-month'],
  }),
  endpoint({
    method: 'DELETE',
    path: '/closings/:month/postponements/:activityId/:personId',
    tag: 'closing',
    summary: 'Takes back the decision to leave somebody out of a month',
    access: 'closing.close',
    params: z.strictObject({ month: yearMonthCodec, activityId: uuid, personId: uuid }),
    problems: ['month-is-closed'],
  }),
  endpoint({
    method: 'POST',
    path: '/closings/:month',
    tag: 'closing',
    summary: 'Closes a month: figures frozen and sealed, statements drawn afterwards',
    access: 'closing.close',
    params: monthParams,
    /** `sendMails`: each person is told that the statement is ready. */
    body: z.strictObject({ sendMails: z.boolean() }),
    response: z.strictObject({ people: z.number().int(), sha256: z.string() }),
    problems: [
      'month-is-closed',
      'closing-out-of-order',
      'closing-blocked',
      'second-person-needed',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/closings/:month/reopening',
    tag: 'closing',
    summary:
      'Opens the last closed month again, for a reason; its closing stays, the next is a new version',
    access: 'closing.reopen',
    params: monthParams,
    body: z.strictObject({ reason: shortText }),
    response: z.strictObject({ version: z.number().int() }),
    problems: ['month-not-closed', 'month-not-last-closed'],
  }),
  endpoint({
    method: 'GET',
    path: '/closings/:month/versions',
    tag: 'closing',
    summary:
      'Every closing of a month, why it was opened again, and what was issued from it meanwhile',
    access: 'closing.read',
    params: monthParams,
    response: z.array(
      z.strictObject({
        version: z.number().int(),
        closedAt: instant,
        closedByName: z.string(),
        sha256: z.string(),
        reopenedAt: instant.nullable(),
        reopenedByName: z.string(),
        reason: z.string(),
        statements: z.number().int(),
        attestations: z.array(
          z.strictObject({ id: uuid, number: z.string(), personName: z.string() }),
        ),
      }),
    ),
  }),
  endpoint({
    method: 'GET',
    path: '/closings/:month',
    tag: 'closing',
    summary: 'A closed month: its figures, its seal, who closed it, statements drawn so far',
    access: 'closing.read',
    params: monthParams,
    response: z.strictObject({
      month: yearMonthCodec,
      version: z.number().int(),
      closedAt: instant,
      closedByName: z.string(),
      sha256: z.string(),
      previousSha256: z.string(),
      statements: z.strictObject({
        done: z.number().int(),
        /** Not drawn, because the name of the person cannot be printed. */
        failed: z.number().int(),
        total: z.number().int(),
      }),
      lines: z.array(closingLine),
      totals: z.strictObject(figures),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/closings/:month/events',
    tag: 'closing',
    summary: 'Statements drawn so far, as they are drawn: { done, failed, total }',
    access: 'closing.read',
    params: monthParams,
    responseKind: 'events',
  }),
  endpoint({
    method: 'GET',
    path: '/closings/:month/journal.csv',
    tag: 'closing',
    summary: 'The entries of a month for a spreadsheet or an accountant (CSV, semicolons)',
    access: 'closing.read',
    params: monthParams,
    responseKind: 'file',
  }),
  endpoint({
    method: 'GET',
    path: '/closings/:month/journal.xlsx',
    tag: 'closing',
    summary: 'The entries of a month as a workbook, amounts as numbers',
    access: 'closing.read',
    params: monthParams,
    responseKind: 'file',
  }),
  endpoint({
    method: 'GET',
    path: '/closings/:month/statements.zip',
    tag: 'closing',
    summary: 'Every statement of a closed month in one archive',
    access: 'closing.read',
    params: monthParams,
    responseKind: 'file',
  }),
  endpoint({
    method: 'POST',
    path: '/closings/:month/statements',
    tag: 'closing',
    summary: 'Asks again for the statements of a closed month that are not drawn yet',
    access: 'closing.close',
    params: monthParams,
    body: z.strictObject({ sendMails: z.boolean() }),
  }),
] as const
