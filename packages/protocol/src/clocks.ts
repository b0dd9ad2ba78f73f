import { CLOCK_STATES } from '@terreau/domain/clocks/clock'
import { CLOCK_KINDS } from '@terreau/domain/clocks/rules'
import { z } from 'zod'
import { localDateCodec, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const clock = {
  kind: z.enum(CLOCK_KINDS),
  /** Null for what belongs to no contract, such as a permit. */
  contractId: uuid.nullable(),
  contractNumber: z.string().nullable(),
  startsOn: localDateCodec,
  endsOn: localDateCodec,
  /** `last-day`: that day is still in time. `effect-day`: the effect strikes on that day. */
  endMeans: z.enum(['last-day', 'effect-day']),
  daysLeft: z.int(),
  state: z.enum(CLOCK_STATES),
  /** Passed, and nobody missed anything: a trial that is over. */
  isOverWithoutHarm: z.boolean(),
  article: z.string(),
  /** In the language of the reader: what it is, why this date, what happens then. */
  name: z.string(),
  why: z.string(),
  effect: z.string(),
}

export const clocksEndpoints = [
  endpoint({
    method: 'GET',
    path: '/deadlines',
    tag: 'clocks',
    summary: 'Who reaches what in the next 120 days, or what passed without being done, by date',
    access: 'contract.read',
    query: z.strictObject({
      view: z.enum(['coming', 'passed']).optional(),
      kind: z.enum(CLOCK_KINDS).optional(),
      /** People followed by this colleague, or by the one who asks. */
      adviser: z.union([z.literal('me'), uuid]).optional(),
      after: z.string().max(500).optional(),
    }),
    response: z.strictObject({
      today: localDateCodec,
      deadlines: z.array(
        z.strictObject({
          id: z.string(),
          personId: uuid,
          personName: z.string(),
          adviserName: z.string().nullable(),
          ...clock,
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/people/:personId/clocks',
    tag: 'clocks',
    summary: 'Every legal clock of a person, computed now, the nearest end first',
    access: 'contract.read',
    params: z.strictObject({ personId: uuid }),
    response: z.strictObject({
      today: localDateCodec,
      clocks: z.array(z.strictObject({ id: z.string(), ...clock })),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/me/clocks',
    tag: 'clocks',
    summary: 'The own dates that matter, in plain words',
    access: 'own.read',
    response: z.strictObject({
      today: localDateCodec,
      dates: z.array(
        z.strictObject({
          id: z.string(),
          kind: z.enum(CLOCK_KINDS),
          endsOn: localDateCodec,
          daysLeft: z.int(),
          name: z.string(),
          sentences: z.array(z.string()),
          why: z.string(),
        }),
      ),
    }),
  }),
] as const
