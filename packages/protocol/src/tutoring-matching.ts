import { HOST_FORMS } from '@terreau/domain/tutoring/hosts'
import {
  MEETING_FORMS,
  MOMENTS,
  MOST_TUTEES,
  URGENCIES,
  WISHED_FORMS,
} from '@terreau/domain/tutoring/matching'
import { TUTORING_SUBJECTS } from '@terreau/domain/tutoring/subjects'
import { z } from 'zod'
import { instant, localDateCodec, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'
import { tutoringKind, tutoringOther } from './tutoring-schemas.ts'

const TAG = 'tutoring'
const count = z.number().int()
const subject = z.enum(TUTORING_SUBJECTS)
const language = z.string().regex(/^[a-z]{2,3}$/)
const form = z.enum(MEETING_FORMS)
const moment = z.enum(MOMENTS)
const town = z.string().trim().max(100).default('')
const needId = z.strictObject({ needId: uuid })
const page = z.strictObject({ after: z.string().max(400).optional() })

const offer = {
  skills: z.array(subject).max(TUTORING_SUBJECTS.length),
  languages: z.array(language).max(10),
  forms: z.array(form).max(MEETING_FORMS.length),
  moments: z.array(moment).max(MOMENTS.length),
  mostTutees: z.number().int().min(0).max(MOST_TUTEES),
  isOpen: z.boolean(),
}
const offerBody = z.strictObject({ ...offer, town })
const offered = { ...offer, town: z.string(), version: count }

const wish = {
  subject,
  languages: z.array(language).min(1).max(10),
  urgency: z.enum(URGENCIES),
  form: z.enum(WISHED_FORMS),
  moments: z.array(moment).max(MOMENTS.length),
}
const needBody = {
  ...wish,
  id: uuid,
  town,
  words: z.string().trim().max(500).default(''),
}
const need = {
  ...wish,
  id: uuid,
  town: z.string(),
  words: z.string(),
  askedAt: instant,
  closedAt: instant.nullable(),
  closedAs: z.enum(['met', 'withdrawn']).nullable(),
}
const charter = z.strictObject({ version: count, body: z.string(), publishedAt: instant })
const acceptance = z.strictObject({ version: count, on: localDateCodec })

const fit = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('same-language'), languages: z.array(language) }),
  z.strictObject({ code: z.literal('skill'), subject }),
  z.strictObject({ code: z.literal('free-load'), free: count, most: count }),
  z.strictObject({ code: z.literal('same-form'), form }),
  z.strictObject({ code: z.literal('same-moment'), moments: z.array(moment) }),
  z.strictObject({ code: z.literal('same-town'), town: z.string() }),
])
const caution = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('other-moment'), moments: z.array(moment) }),
  z.strictObject({ code: z.literal('other-town'), town: z.string() }),
])
const plainExclusion = (code: 'same-person' | 'paired' | 'profile-missing' | 'closed') =>
  z.strictObject({ code: z.literal(code) })
const exclusion = z.discriminatedUnion('code', [
  plainExclusion('same-person'),
  plainExclusion('paired'),
  plainExclusion('profile-missing'),
  plainExclusion('closed'),
  z.strictObject({ code: z.literal('charter-missing') }),
  z.strictObject({ code: z.literal('charter-outdated'), accepted: count, standing: count }),
  z.strictObject({ code: z.literal('cap-reached'), now: count, most: count }),
  z.strictObject({ code: z.literal('host-missing') }),
  z.strictObject({ code: z.literal('host-refused') }),
  z.strictObject({ code: z.literal('no-language'), languages: z.array(language) }),
  z.strictObject({ code: z.literal('no-skill'), subject }),
  z.strictObject({ code: z.literal('no-form'), form }),
])

/** What tutors offer and people ask for, and who answers what: proposals with their reasons, never a score. */
export const tutoringMatchingEndpoints = [
  endpoint({
    method: 'GET',
    path: '/me/tutoring/profile',
    tag: TAG,
    summary: 'What the tutor offers, and the charter that stands',
    access: 'tutoring.own',
    response: z.strictObject({
      profile: z.strictObject(offered).nullable(),
      /** Languages the person named elsewhere, to begin with. */
      knownLanguages: z.array(language),
      tuteesNow: count,
      charter: charter.nullable(),
      accepted: acceptance.nullable(),
    }),
  }),
  endpoint({
    method: 'PUT',
    path: '/me/tutoring/profile',
    tag: TAG,
    summary: 'The tutor says what they offer and how many people they can help at once',
    access: 'tutoring.log',
    versioned: true,
    body: offerBody,
  }),
  endpoint({
    method: 'POST',
    path: '/me/tutoring/charter',
    tag: TAG,
    summary: 'The tutor accepts the charter that stands, in the version they read',
    access: 'tutoring.log',
    body: z.strictObject({ version: z.number().int().min(1) }),
    problems: ['charter-changed'],
  }),
  endpoint({
    method: 'GET',
    path: '/me/tutoring/needs',
    tag: TAG,
    summary: 'What the person asked help for, and who helps them now',
    access: 'own.read',
    response: z.strictObject({
      needs: z.array(z.strictObject(need)),
      knownLanguages: z.array(language),
      tutors: z.array(tutoringOther),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/me/tutoring/needs',
    tag: TAG,
    summary: 'Asks for a tutor: subject, languages, how pressing, how to meet',
    access: 'tutoring.ask',
    body: z.strictObject(needBody),
    response: z.strictObject({ id: uuid }),
    problems: ['need-exists'],
  }),
  endpoint({
    method: 'POST',
    path: '/me/tutoring/needs/:needId/withdrawal',
    tag: TAG,
    summary: 'Takes back what was asked for',
    access: 'tutoring.ask',
    params: needId,
    problems: ['need-closed'],
  }),
  endpoint({
    method: 'GET',
    path: '/tutoring/needs',
    tag: TAG,
    summary: 'The waiting list, who has waited longest first; or what was closed, newest first',
    access: 'tutoring-need.read',
    query: z.strictObject({
      view: z.enum(['waiting', 'closed']).default('waiting'),
      after: z.string().max(400).optional(),
    }),
    response: z.strictObject({
      waiting: count,
      needs: z.array(
        z.strictObject({
          ...need,
          personId: uuid,
          personName: z.string(),
          tutorName: z.string(),
          saidBy: z.enum(['person', 'staff']),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/tutoring/needs',
    tag: TAG,
    summary: 'Staff write down what somebody asks help for',
    access: 'tutoring.approve',
    body: z.strictObject({ ...needBody, personId: uuid }),
    response: z.strictObject({ id: uuid }),
    problems: ['need-exists'],
  }),
  endpoint({
    method: 'POST',
    path: '/tutoring/needs/:needId/withdrawal',
    tag: TAG,
    summary: 'Closes a request that nobody waits for any more',
    access: 'tutoring.approve',
    params: needId,
    problems: ['need-closed'],
  }),
  endpoint({
    method: 'GET',
    path: '/tutoring/needs/:needId/matches',
    tag: TAG,
    summary:
      'Tutors in the order of names: proposed with the reasons, or left out with all of them',
    access: 'tutoring-need.read',
    params: needId,
    query: page,
    response: z.strictObject({
      proposals: z.array(
        z.strictObject({
          personId: uuid,
          name: z.string(),
          kind: tutoringKind,
          hostId: uuid.nullable(),
          reasons: z.array(fit),
          cautions: z.array(caution),
        }),
      ),
      excluded: z.array(
        z.strictObject({ personId: uuid, name: z.string(), why: z.array(exclusion) }),
      ),
      next: z.string().nullable(),
    }),
  }),
  endpoint({
    method: 'GET',
    path: '/tutoring/profiles',
    tag: TAG,
    summary: 'What tutors offer, in the order of names, and the charter that stands',
    access: 'tutoring-need.read',
    query: page,
    response: z.strictObject({
      charter: charter.nullable(),
      profiles: z.array(
        z.strictObject({
          personId: uuid,
          name: z.string(),
          tuteesNow: count,
          profile: z
            .strictObject({
              ...offered,
              kind: tutoringKind,
              hostId: uuid.nullable(),
              hostName: z.string(),
              hostForm: z.enum(HOST_FORMS).nullable(),
            })
            .nullable(),
          accepted: acceptance.nullable(),
        }),
      ),
      next: z.string().nullable(),
    }),
  }),
  endpoint({
    method: 'PUT',
    path: '/tutoring/profiles/:personId',
    tag: TAG,
    summary:
      'Staff write what a tutor offers, where they help, and the charter they signed on paper',
    access: 'tutoring.approve',
    versioned: true,
    params: z.strictObject({ personId: uuid }),
    body: z.strictObject({
      ...offerBody.shape,
      kind: tutoringKind,
      hostId: uuid.nullable(),
      /** The day on the signed paper of the charter that stands; null: nothing to record. */
      charterSignedOn: localDateCodec.nullable(),
    }),
    problems: ['charter-changed'],
  }),
  endpoint({
    method: 'POST',
    path: '/tutoring/charter',
    tag: TAG,
    summary: 'Publishes the next version of the charter; every tutor is asked to accept it',
    access: 'tutoring.approve',
    versioned: true,
    body: z.strictObject({ body: z.string().trim().min(20).max(6000) }),
    response: z.strictObject({ version: count }),
  }),
] as const
