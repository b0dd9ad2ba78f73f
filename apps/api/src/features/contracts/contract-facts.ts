import { CONTRIBUTION_BASES, CONTRIBUTION_PERIODS } from '@terreau/domain/contributions/scheme'
import { rateBp } from '@terreau/domain/money/rate'
import { localDate } from '@terreau/domain/time/local-date'
import type { CapeContractFacts } from '@terreau/pdf/documents/cape-contract/facts'
import { centsCodec, localDateCodec } from '@terreau/protocol/codecs'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { contractIssuer, personFacts } from './issuer.ts'
import { missingContents } from './missing-contents.ts'
import type { ContractRow } from './queries.ts'
import { schemes } from './schemes.ts'
import { readTerms } from './terms.ts'

/**
 * What the document to sign states today. Refuses with the list of what is missing. The law of this
 * contract is French, so is its text, whatever language the person reads the site in.
 */
export async function capeFacts(
  tx: Tx,
  ctx: Context,
  contract: ContractRow,
): Promise<CapeContractFacts> {
  const terms = readTerms(contract.terms)
  const errors = missingContents({ ...contract, terms })
  if (errors.length > 0 || terms === null || contract.endsOn === null)
    throw new ProblemError('contract-incomplete', undefined, errors)
  const scheme = found((await schemes(tx, ctx, contract.schemeId))[0]).scheme
  return {
    ...(await contractIssuer(tx, ctx)),
    person: personFacts(contract),
    number: contract.number,
    sequence: sequenceOf(contract.sequence),
    startsOn: localDate(contract.startsOn),
    endsOn: localDate(contract.endsOn),
    activity: contract.activity,
    activityStartsOn: terms.activityStartsOn,
    programme: terms.programme,
    extraCommitments: terms.extraCommitments,
    means: terms.means,
    contribution: scheme,
    thirdParties: {
      ...terms.thirdParties,
      maximumCents: found(terms.thirdParties.maximumCents),
    },
    declarationDueDay: terms.declarationDueDay,
    noticeDays: terms.noticeDays,
    monthlyPayBeforeCents: terms.monthlyPayBeforeCents,
    concludedOn: null,
    evidence: null,
  }
}

const texts = z.array(z.string())
const rate = z.codec(z.string().regex(/^\d{1,7}$/), z.custom<ReturnType<typeof rateBp>>(), {
  decode: (text) => rateBp(BigInt(text)),
  encode: (value) => value.toString(),
})

/** The facts of a document as they were kept with it: amounts and rates as decimal strings. */
const keptFacts = z.object({
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
  number: z.string(),
  sequence: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  startsOn: localDateCodec,
  endsOn: localDateCodec,
  activity: z.string(),
  activityStartsOn: localDateCodec.nullable(),
  programme: z.object({ objectives: texts, steps: texts }),
  extraCommitments: z.object({
    coopBefore: texts,
    personBefore: texts,
    coopAfter: texts,
    personAfter: texts,
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
  }),
  thirdParties: z.object({
    nature: z.string(),
    maximumCents: centsCodec,
    finalBearer: z.enum(['activity', 'cooperative']),
  }),
  declarationDueDay: z.int(),
  noticeDays: z.int(),
  monthlyPayBeforeCents: centsCodec.nullable(),
  place: z.string(),
  concludedOn: localDateCodec.nullable(),
  evidence: z.null(),
})

/** The facts that the signers read, as they were fixed when the contract was sent. */
export function readFacts(kept: unknown): CapeContractFacts {
  return keptFacts.parse(kept)
}

/** The place of a CAPE in its series. */
export function sequenceOf(n: number): 0 | 1 | 2 {
  if (n === 0 || n === 1 || n === 2) return n
  throw new Error('a CAPE has at most two renewals')
}
