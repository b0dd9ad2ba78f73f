import { z } from 'zod'
import { instant } from './codecs.ts'

const door = z.enum(['long', 'short', 'file'])
const result = z.enum(['genuine', 'replaced', 'revoked', 'altered'])

/** The code that led to a certificate. */
export type CheckDoor = z.output<typeof door>
/** What the page answered. */
export type CheckResult = z.output<typeof result>

/** So many checks in one minute through one door. */
export const attestationCheck = z.strictObject({
  checkedAt: instant,
  door,
  result,
  times: z.int(),
})

/** How the file of a certificate was sealed (PAdES). */
export const attestationSeal = z.strictObject({
  level: z.enum(['B-B', 'B-T']),
  stampedAt: instant.nullable(),
  /** Why there is no time stamp although a service was set. */
  stampFailure: z.enum(['no-answer', 'refused', 'wrong']).nullable(),
})
