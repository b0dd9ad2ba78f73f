import {
  CONTRIBUTION_BASES,
  CONTRIBUTION_PERIODS,
  DEDUCTIBLE_COSTS,
  EXEMPT_STATUSES,
  EXEMPTION_COVERS,
  NEGATIVE_BASES,
} from '@terreau/domain/contributions/scheme'
import { ZERO } from '@terreau/domain/money/cents'
import { rateBp } from '@terreau/domain/money/rate'
import type { CapeContractFacts } from '@terreau/pdf/documents/cape-contract/facts'
import type { CesaContractFacts } from '@terreau/pdf/documents/cesa-contract/facts'
import { centsCodec, localDateCodec } from '@terreau/protocol/codecs'
import { z } from 'zod'

/** What a contract to sign states, as it was kept with its document. Only a CESA names its kind. */
export type ContractFacts = CapeContractFacts | CesaContractFacts

const texts = z.array(z.string())
const rate = z.codec(z.string().regex(/^\d{1,7}$/), z.custom<ReturnType<typeof rateBp>>(), {
  decode: (text) => rateBp(BigInt(text)),
  encode: (value) => value.toString(),
})

/** What every contract states: amounts and rates as decimal strings. */
const shared = {
  issuer: z.object({
    name: z.string(),
    legalForm: z.string(),
    addressLines: texts,
    siren: z.string(),
    registryCity: z.string().nullable(),
    contactLines: texts,
  }),
  signatory: z.object({ name: z.string(), capacity: z.string() }),
  person: z.object({
    fullName: z.string(),
    addressLines: texts,
    bornOn: localDateCodec.nullable(),
    birthPlace: z.string().nullable(),
  }),
  means: z.array(z.object({ name: z.string(), amount: z.string(), conditions: z.string() })),
  contribution: z.object({
    code: z.string(),
    decidedOn: localDateCodec,
    base: z.enum(CONTRIBUTION_BASES),
    period: z.enum(CONTRIBUTION_PERIODS),
    tiers: z.array(z.object({ upToCents: centsCodec.nullable(), rateBp: rate })),
    monthlyFloorCents: centsCodec,
    fixedMonthlyCents: centsCodec,
    exemptMonths: z.int(),
    // Contracts printed before schemes had these keep no trace of them.
    exemptStatuses: z.array(z.enum(EXEMPT_STATUSES)).default([]),
    deductedCosts: z.array(z.enum(DEDUCTIBLE_COSTS)).default([]),
    negativeBase: z.enum(NEGATIVE_BASES).default('as_nil'),
    exemptionCovers: z.enum(EXEMPTION_COVERS).default('everything'),
    exemptBelowCents: centsCodec.default(ZERO),
    monthlyCapCents: centsCodec.nullable().default(null),
    yearlyCapCents: centsCodec.nullable().default(null),
  }),
  place: z.string(),
  number: z.string(),
  activity: z.string(),
  startsOn: localDateCodec,
}

const capeFacts = z.object({
  ...shared,
  sequence: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  // Contracts printed before this was said keep no trace of it.
  renews: z.object({ number: z.string(), endsOn: localDateCodec }).nullable().default(null),
  endsOn: localDateCodec,
  activityStartsOn: localDateCodec.nullable(),
  programme: z.object({ objectives: texts, steps: texts }),
  extraCommitments: z.object({
    coopBefore: texts,
    personBefore: texts,
    coopAfter: texts,
    personAfter: texts,
  }),
  thirdParties: z.object({
    nature: z.string(),
    maximumCents: centsCodec,
    finalBearer: z.enum(['activity', 'cooperative']),
  }),
  declarationDueDay: z.int(),
  noticeDays: z.int(),
  monthlyPayBeforeCents: centsCodec.nullable(),
})

const cesaFacts = z.object({
  ...shared,
  kind: z.literal('CESA'),
  capeNumber: z.string().nullable(),
  objectives: texts,
  minimumActivity: z.string(),
  followsAssembly: z.boolean(),
  fixedPartCents: centsCodec,
  variablePart: z.string(),
  netResult: z.string(),
  statutesOn: localDateCodec,
  clientele: z.string(),
  intellectualProperty: z.string(),
  interviews: z.string(),
  becomingAssociate: z.string(),
  associateBy: localDateCodec,
  trialEndsOn: localDateCodec.nullable(),
})

/** The facts that the signers read, as they were fixed when the contract was sent. */
export function readFacts(kept: unknown): ContractFacts {
  return isCesaFacts(kept) ? cesaFacts.parse(kept) : capeFacts.parse(kept)
}

/** Whether facts are those of a CESA. */
export function isCesaFacts<Facts>(facts: Facts): facts is Extract<Facts, CesaContractFacts> {
  return Reflect.get(Object(facts), 'kind') === 'CESA'
}
