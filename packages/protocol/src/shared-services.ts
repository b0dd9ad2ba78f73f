import { SHARED_SERVICES_NATURES } from '@terreau/domain/ledger/shared-services'
import { z } from 'zod'
import {
  centsCodec,
  instant,
  localDateCodec,
  localeSchema,
  shortText,
  uuid,
  yearMonthCodec,
} from './codecs.ts'
import { endpoint } from './endpoint.ts'

const year = { firstMonth: yearMonthCodec, lastMonth: yearMonthCodec }
const nature = z.enum(SHARED_SERVICES_NATURES)

const part = {
  amountCents: centsCodec,
  /** Of its side, in thousandths; null when the side has no parts. */
  sharePermille: z.int().nullable(),
}

const line = z.strictObject({
  id: uuid,
  revision: z.int(),
  nature,
  label: z.string(),
  source: z.string(),
  ...part,
})

const totals = {
  contributions: z.strictObject(part),
  accidentCover: z.strictObject(part),
  resourcesCents: centsCodec,
  chargesCents: centsCodec,
  /** Resources less charges; negative when they do not suffice. */
  resultCents: centsCodec,
}

const account = z.strictObject({
  ...year,
  version: z.int(),
  /** Why this version replaces the one before; empty for the first. */
  reason: z.string(),
  months: z.array(
    z.strictObject({
      month: yearMonthCodec,
      /** `before`: its books were not kept here yet. */
      state: z.enum(['before', 'closed', 'open', 'to-come']),
      contributionCents: centsCodec,
      accidentCoverCents: centsCodec,
    }),
  ),
  ...totals,
  resources: z.array(line),
  charges: z.array(line),
  /** What keeps a draft from being given; null: nothing, or it was given. */
  stop: z
    .discriminatedUnion('code', [
      z.strictObject({
        code: z.literal('shared-services-year-not-over'),
        lastDay: localDateCodec,
      }),
      z.strictObject({ code: z.literal('shared-services-month-open'), month: yearMonthCodec }),
      z.strictObject({ code: z.literal('shared-services-no-charge') }),
    ])
    .nullable(),
  /** Null for a draft. */
  given: z
    .strictObject({
      at: instant,
      by: z.string(),
      assemblyOn: localDateCodec.nullable(),
      /** The languages in which its document is drawn. */
      documents: z.array(localeSchema),
      /** Months that were opened again since: what the ledger says now may differ. */
      reopened: z.array(yearMonthCodec),
    })
    .nullable(),
  /** Every version, the first one first. */
  versions: z.array(
    z.strictObject({ version: z.int(), reason: z.string(), givenAt: instant.nullable() }),
  ),
})

const params = z.strictObject({ firstMonth: yearMonthCodec })
/** The version to read; without it the draft, or the last that was given. */
const query = z.strictObject({ version: z.coerce.number().int().min(1).max(1_000).optional() })

/** Ten billion euros: the sum of all the lines still fits in what an amount may be. */
const MOST_CENTS = 1_000_000_000_000n

const lineBody = z.strictObject({
  nature,
  label: z.string().trim().max(120),
  amountCents: centsCodec
    .refine((amount) => amount > 0n, 'amount-not-positive')
    .refine((amount) => amount <= MOST_CENTS, 'field-too-long'),
  /** The document or the account of the general books where the amount stands. */
  source: shortText,
})

const ownLine = z.strictObject({ nature, label: z.string(), ...part })

export const sharedServicesEndpoints = [
  endpoint({
    method: 'GET',
    path: '/shared-services',
    tag: 'ledger',
    summary:
      'The financial years and where the account of their shared services stands, newest first',
    access: 'ledger.read',
    response: z.array(
      z.strictObject({
        ...year,
        /** `to-give`: the year is over and closed. */
        state: z.enum(['running', 'month-open', 'to-give', 'given', 'correcting']),
        /** The last version that was given; null before. */
        version: z.int().nullable(),
        givenAt: instant.nullable(),
      }),
    ),
  }),
  endpoint({
    method: 'GET',
    path: '/shared-services/:firstMonth',
    tag: 'ledger',
    summary:
      'The account of the shared services of a financial year: the draft, or a version that was given',
    access: 'ledger.read',
    params,
    query,
    response: account,
  }),
  endpoint({
    method: 'GET',
    path: '/shared-services/:firstMonth/table',
    tag: 'ledger',
    summary: 'The same account as a table (CSV)',
    access: 'ledger.read',
    params,
    query,
    responseKind: 'file',
  }),
  endpoint({
    method: 'GET',
    path: '/shared-services/:firstMonth/workbook',
    tag: 'ledger',
    summary: 'The same account as a workbook (XLSX)',
    access: 'ledger.read',
    params,
    query,
    responseKind: 'file',
  }),
  endpoint({
    method: 'GET',
    path: '/shared-services/:firstMonth/document',
    tag: 'ledger',
    summary: 'A version as it was given (PDF), in the language of the reader',
    access: 'ledger.read',
    params,
    query,
    responseKind: 'file',
  }),
  endpoint({
    method: 'POST',
    path: '/shared-services/:firstMonth/lines',
    tag: 'ledger',
    summary: 'Adds a charge or a resource that the ledger of activities does not know',
    access: 'closing.close',
    params,
    body: lineBody,
    response: z.strictObject({ id: uuid }),
    problems: ['shared-services-given', 'shared-services-too-many-lines'],
  }),
  endpoint({
    method: 'PUT',
    path: '/shared-services/:firstMonth/lines/:lineId',
    tag: 'ledger',
    summary: 'Changes a line of an account that was not given yet',
    access: 'closing.close',
    versioned: true,
    params: params.extend({ lineId: uuid }),
    body: lineBody,
    problems: ['shared-services-given'],
  }),
  endpoint({
    method: 'DELETE',
    path: '/shared-services/:firstMonth/lines/:lineId',
    tag: 'ledger',
    summary: 'Takes a line out of an account that was not given yet',
    access: 'closing.close',
    params: params.extend({ lineId: uuid }),
    problems: ['shared-services-given'],
  }),
  endpoint({
    method: 'POST',
    path: '/shared-services/:firstMonth/giving',
    tag: 'ledger',
    summary: 'Gives the account to the entrepreneurs: it no longer changes, and they are told',
    access: 'closing.close',
    params,
    body: z.strictObject({
      /** The assembly to which it is shown; null when its day is not known. */
      assemblyOn: localDateCodec.nullable(),
      /** The result that was read: another one means that something changed meanwhile. */
      resultCents: centsCodec,
      sendMails: z.boolean(),
    }),
    response: z.strictObject({ version: z.int() }),
    problems: [
      'shared-services-given',
      'shared-services-year-not-over',
      'shared-services-month-open',
      'shared-services-no-charge',
      'version-changed',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/shared-services/:firstMonth/correction',
    tag: 'ledger',
    summary: 'Begins the next version of an account that was given, with its reason',
    access: 'closing.close',
    params,
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    response: z.strictObject({ version: z.int() }),
    problems: ['shared-services-not-given'],
  }),
  endpoint({
    method: 'DELETE',
    path: '/shared-services/:firstMonth/correction',
    tag: 'ledger',
    summary: 'Gives up a version that was begun and not given',
    access: 'closing.close',
    params,
    problems: ['shared-services-given'],
  }),
  endpoint({
    method: 'GET',
    path: '/me/shared-services',
    tag: 'ledger',
    summary:
      'The accounts of the shared services that were given, newest first, and my own contribution of each year',
    access: 'own.read',
    response: z.array(
      z.strictObject({
        ...year,
        version: z.int(),
        reason: z.string(),
        givenOn: localDateCodec,
        assemblyOn: localDateCodec.nullable(),
        hasDocument: z.boolean(),
        /** The first month of the year whose books were kept here, when that is not its first one. */
        knownFrom: yearMonthCodec.nullable(),
        ...totals,
        resources: z.array(ownLine),
        charges: z.array(ownLine),
        /** Mine, as the closings of the year say; null without an activity. */
        ownCents: centsCodec.nullable(),
      }),
    ),
  }),
  endpoint({
    method: 'GET',
    path: '/me/shared-services/:firstMonth/document',
    tag: 'ledger',
    summary: 'The account of a financial year as it was given to me (PDF)',
    access: 'own.read',
    params,
    responseKind: 'file',
  }),
] as const
