import { z } from 'zod'
import { localDateCodec, optionalText, uuid } from './codecs.ts'
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
    summary: 'Writes down the day of the assembly that approved the accounts',
    access: 'closing.close',
    body: z.strictObject({ heldOn: localDateCodec, reference: optionalText }),
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
