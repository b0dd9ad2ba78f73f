import { z } from 'zod'
import { localDateCodec, optionalText, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'

export const referentsEndpoints = [
  endpoint({
    method: 'GET',
    path: '/referents',
    tag: 'onboarding',
    summary: 'Who followed whom, since when and why it changed, the newest first',
    access: 'onboarding.read',
    query: z.strictObject({
      adviserUserId: uuid.optional(),
      after: z.string().max(600).optional(),
    }),
    response: z.strictObject({
      assignments: z.array(
        z.strictObject({
          personId: uuid,
          personName: z.string(),
          adviserName: z.string().nullable(),
          fromOn: localDateCodec,
          /** The day of the next assignment; null while it lasts. */
          untilOn: localDateCodec.nullable(),
          reason: z.string(),
          assignedByName: z.string().nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/referents',
    tag: 'onboarding',
    summary: 'Says who follows one or many people from a day on; a change says why',
    access: 'onboarding.manage',
    body: z.strictObject({
      personIds: z.array(uuid).min(1).max(500),
      adviserUserId: uuid.nullable(),
      fromOn: localDateCodec,
      reason: optionalText,
    }),
    response: z.strictObject({ changed: z.int() }),
  }),
] as const
