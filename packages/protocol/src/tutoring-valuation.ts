import { HOST_FORMS } from '@terreau/domain/tutoring/hosts'
import { SKILL_LEVELS, VALUATION_METHODS } from '@terreau/domain/tutoring/valuation'
import { z } from 'zod'
import { bigintCodec, centsCodec, instant, optionalText, uuid, yearMonthCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const TAG = 'tutoring'
const hostId = z.strictObject({ hostId: uuid })
const year = z.coerce.number().int().min(2000).max(2100)
const ofYear = z.strictObject({ year })
const method = z.enum(VALUATION_METHODS)
const perLevel = z.strictObject({ simple: bigintCodec, skilled: bigintCodec, expert: bigintCodec })
const count = z.number().int()

/** The time that volunteers give to a structure, valued as it chose; never part of any sum of money. */
export const tutoringValuationEndpoints = [
  endpoint({
    method: 'GET',
    path: '/tutoring/hosts',
    tag: TAG,
    summary: 'The structures in which people help',
    access: 'tutoring.read',
    response: z.array(z.strictObject({ id: uuid, name: z.string(), form: z.enum(HOST_FORMS) })),
  }),
  endpoint({
    method: 'GET',
    path: '/tutoring/hosts/:hostId/valuation',
    tag: TAG,
    summary: 'Approved hours of volunteers of a year, valued as the structure chose',
    access: 'tutoring.read',
    params: hostId,
    query: ofYear,
    response: z.strictObject({
      host: z.strictObject({ id: uuid, name: z.string(), form: z.enum(HOST_FORMS) }),
      year: count,
      choice: z
        .strictObject({
          version: count,
          method,
          levels: perLevel.nullable(),
          employerRateBp: bigintCodec.nullable(),
          reason: z.string(),
          chosenAt: instant,
        })
        .nullable(),
      methodBefore: method.nullable(),
      lines: z.array(
        z.strictObject({
          month: yearMonthCodec,
          level: z.enum(SKILL_LEVELS),
          sessions: count,
          minutes: count,
          /** Null when nothing was chosen, or no rate is known for the month. */
          hourlyCents: centsCodec.nullable(),
          factorTenThousandths: count.nullable(),
          valueCents: centsCodec.nullable(),
        }),
      ),
      totalMinutes: count,
      /** Null when nothing was chosen, or no rate is known for a month of the year: there are no entries then. */
      totalCents: centsCodec.nullable(),
      entries: z.array(
        z.strictObject({
          account: z.string(),
          side: z.enum(['debit', 'credit']),
          amountCents: centsCodec,
        }),
      ),
    }),
  }),
  endpoint({
    method: 'PUT',
    path: '/tutoring/hosts/:hostId/valuation',
    tag: TAG,
    summary: 'Chooses the method of a year; another one than the year before needs its reason',
    access: 'tutoring.approve',
    params: hostId,
    body: z.strictObject({
      year: z.number().int().min(2000).max(2100),
      method,
      /** Coefficients in thousandths, or gross cents of an hour; null for the minimum wage alone. */
      levels: z.strictObject({ simple: level(), skilled: level(), expert: level() }).nullable(),
      employerRateBp: bigintCodec
        .refine((value) => value >= 0n && value <= 20_000n, 'field-not-accepted')
        .nullable(),
      reason: optionalText,
    }),
    problems: ['valuation-reason-missing', 'valuation-choice-incomplete'],
  }),
  endpoint({
    method: 'GET',
    path: '/tutoring/hosts/:hostId/valuation/table',
    tag: TAG,
    summary: 'The same figures as CSV',
    access: 'tutoring.read',
    params: hostId,
    query: ofYear,
    responseKind: 'file',
  }),
  endpoint({
    method: 'GET',
    path: '/tutoring/hosts/:hostId/valuation/workbook',
    tag: TAG,
    summary: 'The same figures as a workbook (XLSX): times and amounts are numbers',
    access: 'tutoring.read',
    params: hostId,
    query: ofYear,
    responseKind: 'file',
  }),
  endpoint({
    method: 'GET',
    path: '/tutoring/hosts/:hostId/valuation/document',
    tag: TAG,
    summary: 'The same figures as a PDF for a funder, with the method beside them',
    access: 'tutoring.read',
    params: hostId,
    query: ofYear,
    responseKind: 'file',
  }),
] as const

function level() {
  return bigintCodec.refine((value) => value > 0n && value <= 1_000_000n, 'field-not-accepted')
}
