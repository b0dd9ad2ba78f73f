import { AMENDABLE_TERMS } from '@terreau/domain/contracts/amendments'
import { z } from 'zod'
import { centsCodec, localDateCodec, uuid, yearMonthCodec } from './codecs.ts'
import { contractId, schemeView, sha256 } from './contract-schemas.ts'
import { endpoint } from './endpoint.ts'
import { signersWithoutEmail } from './signature-schemas.ts'

const amendmentId = z.strictObject({ amendmentId: uuid })
const contract = z.strictObject({ id: uuid, number: z.string(), kind: z.enum(['CAPE', 'CESA']) })
const term = z.enum(AMENDABLE_TERMS.CESA)
const clause = z.string().trim().max(2000)

const line = {
  id: uuid,
  /** Counts within the contract. */
  n: z.int(),
  effectiveOn: localDateCodec,
  reason: z.string(),
  state: z.enum(['draft', 'to_sign', 'signed', 'active', 'cancelled']),
  /** The day on which both had signed. */
  concludedOn: localDateCodec.nullable(),
}

/** Amounts are decimal strings of cents, clauses are text; null: written elsewhere. */
const value = z.string().nullable()

const draft = z.strictObject({
  effectiveOn: localDateCodec,
  reason: z.string().trim().min(1).max(500),
  /** Null leaves the term as it is; so does an empty clause. */
  schemeId: uuid.nullable(),
  fixedPartCents: centsCodec.refine((amount) => amount >= 0n, 'field-too-small').nullable(),
  minimumActivity: clause.nullable(),
  means: clause.nullable(),
})

export const amendmentsEndpoints = [
  endpoint({
    method: 'GET',
    path: '/contracts/:contractId/amendments',
    tag: 'contracts',
    summary: 'The amendments of a contract, and the terms in force today that a new one may change',
    access: 'contract.read',
    params: contractId,
    response: z.strictObject({
      contract,
      amendments: z.array(z.strictObject(line)),
      inForce: z.strictObject({
        schemeId: uuid,
        fixedPartCents: value,
        minimumActivity: value,
        means: value,
      }),
      /** What this kind of contract lets an amendment change besides the contribution. */
      terms: z.array(term),
      schemes: z.array(schemeView),
      /** The first day that the books have not closed; null while no month is closed. */
      openFrom: localDateCodec.nullable(),
      isDraftable: z.boolean(),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/contracts/:contractId/amendments',
    tag: 'contracts',
    summary: 'Drafts an amendment: what it names changes from a day on, the rest stays',
    access: 'contract.create',
    params: contractId,
    body: draft,
    response: z.strictObject({ id: uuid, n: z.int(), version: z.int() }),
    problems: [
      'contract-act-not-allowed',
      'amendment-pending',
      'amendment-outside-contract',
      'amendment-month-closed',
      'amendment-changes-nothing',
      'amendment-term-not-for-kind',
    ],
  }),
  endpoint({
    method: 'PUT',
    path: '/amendments/:amendmentId',
    tag: 'contracts',
    summary: 'Writes the draft of an amendment anew; one that was sent never changes',
    access: 'contract.create',
    versioned: true,
    params: amendmentId,
    body: draft,
    response: z.strictObject({ version: z.int() }),
    problems: [
      'contract-act-not-allowed',
      'amendment-outside-contract',
      'amendment-month-closed',
      'amendment-changes-nothing',
      'amendment-term-not-for-kind',
    ],
  }),
  endpoint({
    method: 'GET',
    path: '/amendments/:amendmentId',
    tag: 'contracts',
    summary: 'An amendment: its terms before and after, and where its signature stands',
    access: 'contract.read',
    params: amendmentId,
    response: z.strictObject({
      ...line,
      contract,
      person: z.strictObject({ id: uuid, name: z.string() }),
      contribution: z
        .strictObject({
          before: schemeView.omit({ id: true }),
          after: schemeView.omit({ id: true }),
        })
        .nullable(),
      changes: z.array(z.strictObject({ term, before: value, after: z.string() })),
      /** What signing would change in months dealt with already; null once it is in force, or given up. */
      effects: z
        .strictObject({
          /** The day of effect is in a month closed since: the first day that is open. */
          openFrom: localDateCodec.nullable(),
          /** Accepted under another decision: to be accepted again. */
          again: z.array(
            z.strictObject({
              month: yearMonthCodec,
              declarationId: uuid,
              was: z.string(),
              now: z.string(),
            }),
          ),
          /** Accepted months of the same years that are settled again with them. */
          settled: z.array(z.strictObject({ month: yearMonthCodec, isClosed: z.boolean() })),
          /** A slip came back with the former fixed part. */
          paid: z.array(yearMonthCodec),
          /** The pay variables left with the former fixed part. */
          exported: z.array(yearMonthCodec),
        })
        .nullable(),
      /** The scheme that a draft would bring; null: it leaves the scheme. */
      schemeId: uuid.nullable(),
      signatureId: uuid.nullable(),
      signersWithoutEmail,
      version: z.int(),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/amendments/:amendmentId/document',
    tag: 'contracts',
    summary: 'The amendment as it was signed, as it was sent, or as the draft stands',
    access: 'contract.read',
    params: amendmentId,
    responseKind: 'file',
    problems: ['contract-incomplete'],
  }),
  endpoint({
    method: 'POST',
    path: '/amendments/:amendmentId/sending',
    tag: 'contracts',
    summary: 'Fixes the document and asks the person to sign it, then the cooperative',
    access: 'contract.create',
    versioned: true,
    params: amendmentId,
    response: z.strictObject({ documentSha256: sha256, signatureId: uuid }),
    problems: [
      'contract-act-not-allowed',
      'contract-incomplete',
      'amendment-outside-contract',
      'amendment-month-closed',
      'signature-already-open',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/amendments/:amendmentId/cancellation',
    tag: 'contracts',
    summary: 'Gives up an amendment that is not in force yet; it keeps its number',
    access: 'contract.create',
    versioned: true,
    params: amendmentId,
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    problems: ['contract-act-not-allowed'],
  }),
] as const
