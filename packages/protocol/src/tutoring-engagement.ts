import { ENGAGEMENT_REFUSALS, ENGAGEMENT_ROLES } from '@terreau/domain/tutoring/engagement'
import { HOST_FORMS } from '@terreau/domain/tutoring/hosts'
import { z } from 'zod'
import { centsCodec, localDateCodec, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const TAG = 'tutoring'
const count = z.number().int()
const year = z.coerce.number().int().min(2020).max(2100)
const ofYear = z.strictObject({ year })
const hostId = z.strictObject({ hostId: uuid })
const role = z.enum(ENGAGEMENT_ROLES)

/** The compte d'engagement citoyen, and what a tutor shows to have their experience recognised. */
export const tutoringEngagementEndpoints = [
  endpoint({
    method: 'GET',
    path: '/me/tutoring/engagement',
    tag: TAG,
    summary: 'How far a year of volunteering is for the compte d’engagement citoyen, and why not',
    access: 'tutoring.own',
    query: ofYear,
    response: z.strictObject({
      year: count,
      hosts: z.array(
        z.strictObject({
          name: z.string(),
          form: z.enum(HOST_FORMS),
          minutes: count,
          role,
          refusals: z.array(z.enum(ENGAGEMENT_REFUSALS)),
        }),
      ),
      minutes: count,
      mostInOneMinutes: count,
      leastMinutes: count,
      leastInOneMinutes: count,
      yearCents: centsCodec,
      ceilingCents: centsCodec,
      verdict: z.enum(['may-help', 'hours-missing', 'not-concerned']),
      declareBy: localDateCodec,
      attestBy: localDateCodec,
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/me/tutoring/evidence',
    tag: TAG,
    summary:
      'Sheet of a year for the Passeport Bénévole and a VAE: what was done, which skill, who confirmed',
    access: 'tutoring.own',
    query: ofYear,
    responseKind: 'file',
    problems: ['attestation-nothing-to-attest'],
  }),
  endpoint({
    method: 'GET',
    path: '/tutoring/hosts/:hostId/engagement',
    tag: TAG,
    summary: 'What is known of a structure and its volunteers of a year, by name',
    access: 'tutoring.read',
    params: hostId,
    query: ofYear,
    response: z.strictObject({
      declaredOn: localDateCodec.nullable(),
      isGeneralInterest: z.boolean().nullable(),
      people: z.array(
        z.strictObject({ personId: uuid, personName: z.string(), minutes: count, role }),
      ),
    }),
  }),
  endpoint({
    method: 'PUT',
    path: '/tutoring/hosts/:hostId/engagement',
    tag: TAG,
    summary: 'Records when an association was declared and whether it is of general interest',
    access: 'tutoring.approve',
    params: hostId,
    body: z.strictObject({
      declaredOn: localDateCodec.nullable(),
      isGeneralInterest: z.boolean().nullable(),
    }),
  }),
  endpoint({
    method: 'PUT',
    path: '/tutoring/hosts/:hostId/engagement/roles',
    tag: TAG,
    summary:
      'Records what a volunteer was in a structure in a year: board, supervising, or neither',
    access: 'tutoring.approve',
    params: hostId,
    body: z.strictObject({ year: count.min(2020).max(2100), personId: uuid, role }),
    problems: ['tutoring-own-hours'],
  }),
] as const
