import { z } from 'zod'
import { localDateCodec, optionalText, uuid, yearMonthCodec } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const heldOn = z.strictObject({ heldOn: localDateCodec })

export const assembliesEndpoints = [
  endpoint({
    method: 'GET',
    path: '/assemblies',
    tag: 'clocks',
    summary:
      'The assemblies that approved the accounts, and who waits for the balance of variable pay',
    access: 'settings.read',
    response: z.array(
      z.strictObject({
        heldOn: localDateCodec,
        reference: z.string(),
        /** The financial year that it approved, both months included. */
        firstMonth: yearMonthCodec,
        lastMonth: yearMonthCodec,
        /** The last day to pay the balance (C. trav. R7331-12). */
        dueOn: localDateCodec,
        /** That day is past and somebody still waits. */
        isLate: z.boolean(),
        settled: z.int(),
        waiting: z.array(
          z.strictObject({
            contractId: uuid,
            contractNumber: z.string(),
            personId: uuid,
            personName: z.string(),
          }),
        ),
      }),
    ),
  }),
  endpoint({
    method: 'POST',
    path: '/assemblies',
    tag: 'clocks',
    summary:
      'Writes down the assembly that approved the accounts of a financial year, or corrects it',
    access: 'closing.close',
    body: z.strictObject({
      heldOn: localDateCodec,
      reference: optionalText,
      /** Last month of that year; when absent, the last year that ended before the assembly. */
      lastMonth: yearMonthCodec.optional(),
    }),
    problems: ['assembly-settled'],
  }),
  endpoint({
    method: 'DELETE',
    path: '/assemblies/:heldOn',
    tag: 'clocks',
    summary: 'Takes back an assembly after which nothing was paid',
    access: 'closing.close',
    params: heldOn,
    problems: ['assembly-settled'],
  }),
  endpoint({
    method: 'POST',
    path: '/assemblies/:heldOn/settlements',
    tag: 'clocks',
    summary: 'Writes down the day on which the balance of variable pay was paid',
    access: 'closing.close',
    params: heldOn,
    body: z.strictObject({
      /** Empty: everybody who waits. */
      contractIds: z.array(uuid).max(500),
      paidOn: localDateCodec,
    }),
    response: z.strictObject({ settled: z.int() }),
  }),
] as const
