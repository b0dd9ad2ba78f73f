import { LEAD_STAGES } from '@terreau/domain/pipeline/stage'
import { z } from 'zod'
import { localDateCodec, shortText, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const meetingFields = {
  heldOn: localDateCodec,
  startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  place: shortText,
}

const meetingLine = z.strictObject({
  id: uuid,
  ...meetingFields,
  startsAt: z.string(),
  invited: z.int(),
  came: z.int(),
  headCount: z.int().nullable(),
  isCancelled: z.boolean(),
})

const meeting = z.strictObject({
  ...meetingLine.shape,
  guests: z.array(
    z.strictObject({
      leadId: uuid,
      name: z.string(),
      phone: z.string(),
      email: z.string(),
      stage: z.enum(LEAD_STAGES),
      came: z.boolean().nullable(),
    }),
  ),
  /** Contacts who were not invited to this meeting and have not come to one. */
  couldCome: z.array(z.strictObject({ leadId: uuid, name: z.string() })),
  version: z.int(),
})

const meetingId = z.strictObject({ meetingId: uuid })

export const infoMeetingsEndpoints = [
  endpoint({
    method: 'GET',
    path: '/information-meetings',
    tag: 'onboarding',
    summary: 'Collective information meetings, the newest first',
    access: 'onboarding.read',
    query: z.strictObject({ after: z.string().max(600).optional() }),
    response: z.strictObject({ meetings: z.array(meetingLine), next: z.string().nullable() }),
  }),
  endpoint({
    method: 'POST',
    path: '/information-meetings',
    tag: 'onboarding',
    summary: 'Plans an information meeting',
    access: 'onboarding.manage',
    body: z.strictObject(meetingFields),
    response: z.strictObject({ id: uuid }),
  }),
  endpoint({
    method: 'GET',
    path: '/information-meetings/:meetingId',
    tag: 'onboarding',
    summary: 'A meeting with its guests, and who could still be invited',
    access: 'onboarding.read',
    params: meetingId,
    response: meeting,
  }),
  endpoint({
    method: 'POST',
    path: '/information-meetings/:meetingId/guests',
    tag: 'onboarding',
    summary: 'Invites contacts, by mail when they have an address',
    access: 'onboarding.manage',
    params: meetingId,
    body: z.strictObject({ leadIds: z.array(uuid).min(1).max(200) }),
    response: z.strictObject({ invited: z.int(), mailed: z.int() }),
    problems: ['meeting-is-cancelled'],
  }),
  endpoint({
    method: 'PUT',
    path: '/information-meetings/:meetingId/attendance',
    tag: 'onboarding',
    summary: 'Who came, and how many were in the room; coming moves a contact on',
    access: 'onboarding.manage',
    versioned: true,
    params: meetingId,
    body: z.strictObject({
      came: z.array(uuid).max(500),
      headCount: z.int().min(0).max(10_000).nullable(),
    }),
    response: z.strictObject({ version: z.int() }),
    problems: ['meeting-is-cancelled', 'meeting-not-yet', 'attendance-below-named'],
  }),
  endpoint({
    method: 'DELETE',
    path: '/information-meetings/:meetingId',
    tag: 'onboarding',
    summary: 'Cancels a meeting that nobody came to yet, and tells the guests',
    access: 'onboarding.manage',
    params: meetingId,
    problems: ['meeting-is-cancelled', 'meeting-was-held'],
  }),
] as const
