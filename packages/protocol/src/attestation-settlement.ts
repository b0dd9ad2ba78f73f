import { z } from 'zod'
import { centsCodec, localDateCodec, shortText } from './codecs.ts'

/** Sums paid when a contract ended, for the receipt that lists them (C. trav. L1234-20). */
export const settlement = z.strictObject({
  paidOn: localDateCodec,
  sums: z
    .array(
      z.strictObject({
        label: shortText,
        amountCents: centsCodec.refine((cents) => cents > 0n, { error: 'amount-not-positive' }),
      }),
    )
    .min(1)
    .max(20),
})

export type Settlement = z.output<typeof settlement>
