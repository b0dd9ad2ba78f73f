import { z } from 'zod'
import { centsCodec, localDateCodec } from './codecs.ts'

const line = z.string().trim().min(1).max(500)
const clause = z.string().trim().max(2000)

/**
 * What the labour code demands of a CESA (L7331-2, 2°, a to f; R7331-3, R7331-8, R7331-10, R7331-12), as
 * the parties agreed it. A draft may leave parts empty; sending it to sign may not.
 */
export const cesaTerms = z.strictObject({
  /** a) objectives, and minimum activity obligations. */
  objectives: z.array(line).max(20),
  minimumActivity: clause,
  /** b) means to support and control the activity. */
  means: z
    .array(
      z.strictObject({
        name: line,
        amount: z.string().trim().max(200),
        conditions: z.string().trim().max(500),
      }),
    )
    .max(20),
  /** c) R7331-8: whether decisions of the assembly on the contribution apply without an amendment. */
  followsAssembly: z.boolean(),
  /** d) cents per month, gross; and how the variable part is computed. */
  fixedPartCents: centsCodec.refine((amount) => amount >= 0n, 'field-too-small').nullable(),
  variablePart: clause,
  /** e) the day of the statutes in force. */
  statutesOn: localDateCodec.nullable(),
  /** f) rights on the clientele and on intellectual property. */
  clientele: clause,
  intellectualProperty: clause,
  /** R7331-3 */
  interviews: clause,
  /** R7331-10 */
  becomingAssociate: clause,
  /** R7331-12 */
  netResult: clause,
  /** L7332-1: the last day of the trial, when the parties want one. */
  trialEndsOn: localDateCodec.nullable(),
})

export type CesaTerms = z.output<typeof cesaTerms>
