import { z } from 'zod'
import { instant, localDateCodec, uuid } from './codecs.ts'

/** What a file's thread can be narrowed to. */
export const TIMELINE_SUBJECTS = [
  'file',
  'contracts',
  'declarations',
  'account',
  'papers',
  'tutoring',
] as const

export const TIMELINE_KINDS = [
  'person-created',
  'person-edited',
  'contract-created',
  'contract-sent',
  'contract-signed',
  'contract-countersigned',
  'contract-cancelled',
  'declaration-submitted',
  'declaration-accepted',
  'declaration-reopened',
  'question-asked',
  'question-answered',
  'month-closed',
  'attestation-issued',
  'attestation-revoked',
  'attestation-replaced',
  'tutoring-logged',
  'tutoring-answered',
] as const

export const timelineQuery = z.strictObject({
  about: z.enum(TIMELINE_SUBJECTS).optional(),
  before: z.string().max(200).optional(),
})

export const timelineEvent = z.strictObject({
  id: z.string(),
  kind: z.enum(TIMELINE_KINDS),
  at: instant,
  /** The day in Paris, for headings. */
  day: localDateCodec,
  /** Name of whoever did it; null when a job did, or somebody without an account. */
  who: z.string().nullable(),
  /** Values of its sentence: number, month, balance in cents, minutes, name, answer. */
  params: z.record(z.string(), z.string()),
  /** The contract, declaration or attestation to open. */
  targetId: uuid.nullable(),
})
