import { z } from 'zod'
import { localDateCodec, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const count = z.number().int()

/** Help that goes on: people who were helped and now help. Confirmed sessions only; never a ranking. */
export const tutoringRippleEndpoints = [
  endpoint({
    method: 'GET',
    path: '/tutoring/ripple',
    tag: 'tutoring',
    summary:
      'Who helped whom over the years: counts for who may read, names for who brings people together',
    access: 'tutoring.read',
    response: z.strictObject({
      helpers: count,
      helped: count,
      becameHelpers: count,
      longestChain: count,
      years: z.array(
        z.strictObject({ year: count, helpers: count, helped: count, newHelpers: count }),
      ),
      /** The helpers of chains, each under who helped them first; null for who may not see names. */
      chains: z
        .array(
          z.strictObject({
            id: uuid,
            name: z.string(),
            helpedBy: z.strictObject({ id: uuid, name: z.string(), on: localDateCodec }).nullable(),
            helpsFrom: localDateCodec,
            people: z.array(z.strictObject({ id: uuid, on: localDateCodec })),
            nowHelping: count,
            step: count,
          }),
        )
        .nullable(),
      /** Helpers of chains that are not listed for their number. */
      moreHelpers: count,
    }),
  }),
] as const
