import { ATTESTATION_KINDS, ISSUABLE_KINDS } from '@terreau/domain/attestations/kinds'
import { z } from 'zod'
import { attestationCheck, attestationSeal } from './attestation-checks.ts'
import { deliveryView } from './attestation-deliveries.ts'
import { settlement } from './attestation-settlement.ts'
import {
  centsCodec,
  instant,
  localDateCodec,
  localeSchema,
  optionalText,
  uuid,
  yearMonthCodec,
} from './codecs.ts'
import { endpoint } from './endpoint.ts'
import { certifiedMonth } from './tutoring-schemas.ts'

const TAG = 'attestations'
export const MOST_MONTHS = 12

const kind = z.enum(ATTESTATION_KINDS)
const issuableKind = z.enum(ISSUABLE_KINDS)
const state = z.enum(['issued', 'replaced', 'revoked'])

const attestationParams = z.strictObject({ attestationId: uuid })

const attestationSummary = z.strictObject({
  id: uuid,
  number: z.string(),
  kind,
  personId: uuid,
  personName: z.string(),
  /** A month 'YYYY-MM' or a day 'YYYY-MM-DD', as the document speaks of it. */
  periodStart: z.string().nullable(),
  periodEnd: z.string().nullable(),
  issuedOn: localDateCodec,
  state,
  /** Since when it is not valid any more. */
  endedAt: instant.nullable(),
  /** How often somebody verified it, as far back as checks are kept. */
  checks: z.int(),
})

const otherAttestation = z.strictObject({ id: uuid, number: z.string() })

const monthFigures = z.strictObject({
  revenueCents: centsCodec,
  productionPurchasesCents: centsCodec,
  expensesCents: centsCodec,
  contributionCents: centsCodec,
  accidentCoverCents: centsCodec,
  resultCents: centsCodec,
  payCents: centsCodec,
  balanceCents: centsCodec,
})

/** One value that will be printed, and where it comes from. */
const factLine = z.strictObject({
  key: z.enum([
    'name',
    'bornOn',
    'address',
    'contractNumber',
    'startsOn',
    'endsOn',
    'rank',
    'activity',
    'job',
    'associateOn',
    'trialEndsOn',
    'coverMonths',
    'paidOn',
    'sums',
    'periodFrom',
    'periodTo',
    'interviewOn',
    'infoMeetingOn',
    'tutoringOn',
    'issuer',
    'seat',
    'signatory',
  ]),
  format: z.enum(['text', 'date', 'rank', 'job']),
  value: z.string(),
  source: z.enum(['person', 'contract', 'activity', 'cooperative']),
  /** Row the value comes from, for a link. */
  sourceId: uuid,
})

const factMonth = z.strictObject({
  month: yearMonthCodec,
  isChosen: z.boolean(),
  /** The closing that the figures come from; null while the month is open and may still change. */
  closing: z.strictObject({ version: z.int(), closedAt: instant }).nullable(),
  figures: monthFigures.nullable(),
  /** Salaries paid in the month, whatever month was worked (CSS R843-1). */
  salaries: z.array(
    z.strictObject({
      paidOn: localDateCodec,
      grossCents: centsCodec,
      netBeforeTaxCents: centsCodec,
      netSocialCents: centsCodec,
    }),
  ),
})

/** What keeps the document from being issued, or what it will lack. */
export const missingFact = z.strictObject({
  code: z.enum([
    'no-closed-month',
    'no-month-chosen',
    'month-not-closed',
    'month-not-accepted',
    'provisional',
    'month-without-figures',
    'month-without-cape',
    'months-of-two-contracts',
    'pay-not-imported',
    'no-pay-in-month',
    'months-not-contiguous',
    'attendance-not-opened',
    'no-attendance',
    'no-current-cape',
    'no-cape-yet',
    'no-current-employment',
    'not-associate-yet',
    'no-ended-employment',
    'employment-goes-on',
    'cover-unknown',
    'born-on-unknown',
    'address-unknown',
    'text-not-printable',
    'file-joined',
    'file-erased',
  ]),
  isBlocking: z.boolean(),
  month: yearMonthCodec.nullable(),
  /** The text that cannot be printed, and its signs that the fonts lack, each with its number. */
  text: z.string().nullable(),
  characters: z.string().optional(),
})

export const monthsInQuery = z
  .string()
  .max(MOST_MONTHS * 8)
  .transform((text) => text.split(',').filter((part) => part !== ''))
  .pipe(z.array(yearMonthCodec).max(MOST_MONTHS))

export const keyFigure = z.strictObject({
  key: z.enum([
    'pay',
    'netSocial',
    'gross',
    'revenue',
    'result',
    'balance',
    'startsOn',
    'endsOn',
    'contractNumber',
    'associateOn',
    'sumsPaid',
    'confirmedHours',
    'approvedHours',
    'volunteerHours',
    'paidHours',
    'unstatedHours',
    'peopleHelped',
    'meetings',
  ]),
  /** As printed on the document, in the language of the document. */
  value: z.string(),
})

/** Why a certificate is no longer valid, as staff read it. */
const reason = optionalText.pipe(z.string().min(1).max(500))

/** What is said of a certificate beside its kind and its person. */
const issuing = z.strictObject({
  /** Months that follow each other; for the kinds about months only. */
  months: z.array(yearMonthCodec).max(MOST_MONTHS).default([]),
  /** Lets the first open month in, with what stands so far; the document says so. */
  isProvisional: z.boolean().default(false),
  /** Adds an English copy after the French text, which counts; for kinds that foreign readers ask for. */
  copy: z.literal('en').optional(),
  /** What was paid at the end of the contract; for a settlement receipt only. */
  settlement: settlement.optional(),
  locale: localeSchema,
})

export type AttestationState = z.output<typeof state>
export type IncomeFigures = z.output<typeof monthFigures>
export type FactLine = z.output<typeof factLine>
export type FactMonth = z.output<typeof factMonth>
export type MissingFact = z.output<typeof missingFact>
export type KeyFigure = z.output<typeof keyFigure>

export const attestationsEndpoints = [
  endpoint({
    method: 'GET',
    path: '/attestations/facts',
    tag: TAG,
    summary: 'What a certificate would say now, where each value comes from, and what is missing',
    access: 'attestation.issue',
    query: z.strictObject({
      kind: issuableKind,
      personId: uuid,
      months: monthsInQuery.optional(),
      isProvisional: z.stringbool().optional(),
    }),
    response: z.strictObject({
      person: z.strictObject({ id: uuid, name: z.string(), locale: localeSchema }),
      lines: z.array(factLine),
      months: z.array(factMonth),
      missing: z.array(missingFact),
      canIssue: z.boolean(),
    }),
    problems: ['not-found'],
  }),
  endpoint({
    method: 'GET',
    path: '/attestations',
    tag: TAG,
    summary: 'Certificates of the cooperative, newest first',
    access: 'attestation.read',
    query: z.strictObject({
      view: z.enum(['this-month', 'all']).optional(),
      /** A name, a number or a code printed on a document. */
      q: z.string().trim().max(200).optional(),
      personId: uuid.optional(),
      /** The number of the last row already shown. */
      before: z
        .string()
        .regex(/^ATT-\d{4}-\d{6}$/)
        .optional(),
    }),
    response: z.strictObject({
      attestations: z.array(attestationSummary),
      total: z.int(),
      /** Give it as `before` for the next rows; null at the end. */
      next: z.string().nullable(),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/attestations',
    tag: TAG,
    summary: 'Issues a certificate: number, document and codes in one transaction',
    access: 'attestation.issue',
    body: z.strictObject({
      kind: issuableKind,
      personId: uuid,
      ...issuing.shape,
    }),
    response: z.strictObject({ id: uuid, number: z.string() }),
    problems: [
      'not-found',
      'date-in-the-future',
      'attestation-nothing-to-attest',
      'attestation-name-not-printable',
      'idempotency-busy',
    ],
  }),
  endpoint({
    method: 'GET',
    path: '/attestations/:attestationId',
    tag: TAG,
    summary: 'One certificate: what it says, who issued it, whether its bytes are intact',
    access: 'attestation.read',
    params: attestationParams,
    response: z.strictObject({
      ...attestationSummary.shape,
      locale: localeSchema,
      /** The language of the copy that follows the French text. */
      copyLocale: z.literal('en').nullable(),
      templateVersion: z.int(),
      issuedAt: instant,
      issuedBy: z.string(),
      revocation: z
        .strictObject({ reason: z.string(), revokedAt: instant, revokedBy: z.string() })
        .nullable(),
      /** Why another one took its place, and which. */
      replacement: z
        .strictObject({
          ...otherAttestation.shape,
          reason: z.string(),
          replacedAt: instant,
          replacedBy: z.string(),
        })
        .nullable(),
      /** The one whose place it took. */
      replaces: otherAttestation.nullable(),
      shortCode: z.string(),
      verifyUrl: z.string(),
      sha256: z.string(),
      /** The stored bytes still have the fingerprint of the day of issue. */
      isIntact: z.boolean(),
      /** How the file was sealed (PAdES); null for certificates from before this was kept. */
      sealed: attestationSeal.nullable(),
      keyFigures: z.array(keyFigure),
      /** How it goes to its person, and how it went. */
      delivery: deliveryView,
      /** Checks by visitors, the latest first: so many in that minute. */
      lastChecks: z.array(attestationCheck),
      /** The facts as they were on the day of issue. */
      snapshot: z.strictObject({
        lines: z.array(factLine.pick({ key: true, format: true, value: true })),
        /** Paragraphs of the cooperative's own, and the version of its template. */
        freeText: z.strictObject({ version: z.int(), paragraphs: z.array(z.string()) }).nullable(),
        months: z.array(z.strictObject({ month: yearMonthCodec, figures: monthFigures })),
        hours: z.array(certifiedMonth),
      }),
    }),
    problems: ['not-found'],
  }),
  endpoint({
    method: 'GET',
    path: '/attestations/:attestationId/document',
    tag: TAG,
    summary: 'The document exactly as it was issued',
    access: 'attestation.read',
    params: attestationParams,
    responseKind: 'file',
    problems: ['not-found'],
  }),
  endpoint({
    method: 'POST',
    path: '/attestations/:attestationId/revocation',
    tag: TAG,
    summary: 'Revokes a certificate for good; the verification page says so at once',
    access: 'attestation.revoke',
    params: attestationParams,
    body: z.strictObject({
      reason,
      /** Whoever takes back one that was replaced says that they know it: the new one stays valid. */
      isReplaced: z.boolean().default(false),
    }),
    problems: ['not-found', 'attestation-already-revoked', 'attestation-already-replaced'],
  }),
  endpoint({
    method: 'POST',
    path: '/attestations/:attestationId/replacement',
    tag: TAG,
    summary:
      'Issues one of the same kind for the same person in its place; the old one says so at once',
    access: 'attestation.revoke',
    params: attestationParams,
    body: z.strictObject({ ...issuing.shape, reason }),
    response: z.strictObject({ id: uuid, number: z.string() }),
    problems: [
      'not-found',
      'date-in-the-future',
      'attestation-already-revoked',
      'attestation-already-replaced',
      'attestation-made-elsewhere',
      'attestation-nothing-to-attest',
      'attestation-name-not-printable',
      'idempotency-busy',
    ],
  }),
  endpoint({
    method: 'GET',
    path: '/me/attestations',
    tag: TAG,
    summary: 'Certificates of the person signed in',
    access: ['own.read', 'tutoring.own'],
    response: z.array(
      z.strictObject({
        id: uuid,
        number: z.string(),
        kind,
        periodStart: z.string().nullable(),
        periodEnd: z.string().nullable(),
        issuedOn: localDateCodec,
        state,
        checks: z.int(),
        verifyUrl: z.string(),
      }),
    ),
  }),
  endpoint({
    method: 'GET',
    path: '/me/attestations/:attestationId/document',
    tag: TAG,
    summary: 'A document of the person signed in, exactly as it was issued',
    access: ['own.read', 'tutoring.own'],
    params: attestationParams,
    responseKind: 'file',
    problems: ['not-found'],
  }),
] as const
