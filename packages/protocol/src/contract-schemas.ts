import { DEDUCTIBLE_COSTS, EXEMPT_STATUSES } from '@terreau/domain/contributions/scheme'
import { z } from 'zod'
import { centsCodec, instant, localDateCodec, uuid } from './codecs.ts'
import { laterRules } from './settings.ts'

/** `ended` is an active contract whose last day is past. */
const contractState = z.enum(['draft', 'to_sign', 'signed', 'active', 'ended', 'cancelled'])

export const contractSummary = z.strictObject({
  id: uuid,
  kind: z.enum(['CAPE', 'CESA']),
  number: z.string(),
  activityId: uuid,
  activity: z.string(),
  sequence: z.int(),
  startsOn: localDateCodec,
  endsOn: localDateCodec.nullable(),
  state: contractState,
})

/** A day of a contract to write: from the first day of L127-2 on; a typing error must not reach the year 9999. */
export const contractDay = localDateCodec.refine(
  (day) => day >= '2003-08-06' && day <= '2150-12-31',
  'contract-day-far',
)
export const contractId = z.strictObject({ contractId: uuid })

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** The contribution as the assembly decided it, for people to read before they choose it. */
export const schemeView = z.strictObject({
  id: uuid,
  code: z.string(),
  decidedOn: localDateCodec,
  base: z.enum(['revenue', 'gross_margin', 'collected']),
  period: z.enum(['month', 'year']),
  tiers: z.array(z.strictObject({ upToCents: centsCodec.nullable(), rateBp: z.int() })),
  monthlyFloorCents: centsCodec,
  fixedMonthlyCents: centsCodec,
  exemptMonths: z.int(),
  exemptStatuses: z.array(z.enum(EXEMPT_STATUSES)),
  deductedCosts: z.array(z.enum(DEDUCTIBLE_COSTS)),
  ...laterRules,
})

/** A document kept with the contract, known by its fingerprint. */
export const documentView = z.strictObject({
  stage: z.enum(['to_sign', 'signed']),
  sha256,
  createdAt: instant,
})

/** An amount that cannot be negative. */
const positiveCents = centsCodec.refine((amount) => amount >= 0n, 'field-too-small')

const line = z.string().trim().min(1).max(500)
const lines = z.array(line).max(20)

/**
 * What article R127-1 of the commercial code demands of a CAPE, as the parties agreed it. A draft may
 * leave parts empty; sending it to sign may not.
 */
export const capeTerms = z.strictObject({
  /** 1°: the preparation programme. */
  programme: z.strictObject({ objectives: lines, steps: lines }),
  /** 1°: commitments added to the standard ones, before and after the start of the activity. */
  extraCommitments: z.strictObject({
    coopBefore: lines,
    personBefore: lines,
    coopAfter: lines,
    personAfter: lines,
  }),
  activityStartsOn: localDateCodec.nullable(),
  /** 2°: nature, amount and conditions of the means. */
  means: z
    .array(
      z.strictObject({
        name: line,
        amount: z.string().trim().max(200),
        conditions: z.string().trim().max(500),
      }),
    )
    .max(20),
  /** 4°: nature and maximum of what the person may commit to, and who bears it in the end. */
  thirdParties: z.strictObject({
    nature: z.string().trim().max(500),
    maximumCents: positiveCents.nullable(),
    finalBearer: z.enum(['activity', 'cooperative']),
  }),
  /** 5°: the day of the next month by which a month is declared. */
  declarationDueDay: z.int().min(1).max(28),
  /** 6°: notice of early termination. */
  noticeDays: z.int().min(0).max(180),
  /** 7°: pay before the activity starts, if any. */
  monthlyPayBeforeCents: positiveCents.nullable(),
  /** L127-1: a full-time employee cannot sign a CAPE; what the person declared. */
  isFullTimeEmployee: z.boolean(),
})

export type CapeTerms = z.output<typeof capeTerms>
