import { z } from 'zod'
import { instant, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'

const TAG = 'tutoring'
const count = z.number().int()
const badgeId = z.strictObject({ badgeId: uuid })

const badge = {
  id: uuid,
  thresholdMinutes: count,
  issuedAt: instant,
  /** The page of the badge; its files stand under it. */
  url: z.string(),
  revokedAt: instant.nullable(),
  /** Its signature proves nothing any more: the key leaked. */
  isKeyLeaked: z.boolean(),
}

/** Badges of tutors: approved hours of volunteering past a threshold of the cooperative. Never a ranking. */
export const tutoringBadgesEndpoints = [
  endpoint({
    method: 'GET',
    path: '/me/tutoring/badges',
    tag: TAG,
    summary: 'The tutor’s badges, those on their way, and what is missing for the next',
    access: 'tutoring.own',
    response: z.strictObject({
      approvedMinutes: count,
      next: z.strictObject({ thresholdMinutes: count, missingMinutes: count }).nullable(),
      /** Thresholds that are reached and wait for the cooperative. */
      waiting: z.array(count),
      badges: z.array(z.strictObject(badge)),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/tutoring/badges',
    tag: TAG,
    summary: 'Badges that are due, in the order of names, and those that were issued',
    access: 'tutoring.read',
    query: z.strictObject({ before: z.string().max(300).optional() }),
    response: z.strictObject({
      thresholds: z.array(count),
      due: z.array(
        z.strictObject({
          personId: uuid,
          personName: z.string(),
          thresholdMinutes: count,
          approvedMinutes: count,
        }),
      ),
      badges: z.array(
        z.strictObject({
          ...badge,
          personName: z.string(),
          reason: z.string(),
          /** Hours were corrected since: fewer are approved now than the badge says. */
          isBelow: z.boolean(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/tutoring/badges',
    tag: TAG,
    summary: 'Issues the badge of a threshold that was reached: signed, with its page and files',
    access: 'tutoring.approve',
    body: z.strictObject({ personId: uuid, thresholdMinutes: z.number().int().min(1) }),
    response: z.strictObject({ id: uuid, url: z.string() }),
    problems: ['badge-not-reached', 'badge-already-issued', 'tutoring-own-hours'],
  }),
  endpoint({
    method: 'POST',
    path: '/tutoring/badges/:badgeId/revocation',
    tag: TAG,
    summary: 'Takes a badge back for good; its page and the status list say so at once',
    access: 'tutoring.approve',
    params: badgeId,
    body: z.strictObject({ reason: z.string().trim().min(1).max(500) }),
    problems: ['badge-already-revoked', 'tutoring-own-hours'],
  }),
] as const
