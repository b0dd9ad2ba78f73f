import { z } from 'zod'
import { instant, localDateCodec, shortText, uuid } from './codecs.ts'
import { endpoint } from './endpoint.ts'
import { activityFields } from './people.ts'
import { signersWithoutEmail } from './signature-schemas.ts'

const clause = z.string().trim().max(2_000)

/** What a convention must state (C. trav. R7331-6). A draft may leave parts empty; sending it may not. */
export const conventionTerms = z.strictObject({
  /** What is done in common. */
  nature: clause,
  /** How the pay that the activity makes is split, beyond the shares: advances, fixed parts, order. */
  paySplit: clause,
  /** Whose the customers are, also when one of the people leaves. */
  clientele: clause,
  /** The trade name, and who may use it afterwards. */
  tradeName: clause,
  /** Goods, tools and files held in common. */
  sharedGoods: clause,
})
export type ConventionTerms = z.output<typeof conventionTerms>

const share = z.strictObject({ personId: uuid, sharePermille: z.int().min(1).max(999) })

const draft = {
  startsOn: localDateCodec,
  shares: z.array(share).max(20),
  terms: conventionTerms,
}

const member = z.strictObject({
  personId: uuid,
  name: z.string(),
  /** Thousandths of the activity's result; nothing for somebody who has left. */
  sharePermille: z.int(),
})

const conventionState = z.enum(['draft', 'to_sign', 'in_force', 'replaced', 'cancelled'])

const conventionSummary = z.strictObject({
  id: uuid,
  number: z.string(),
  startsOn: localDateCodec,
  state: conventionState,
  createdAt: instant,
})

const missing = z.strictObject({
  pointer: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

const activityId = z.strictObject({ activityId: uuid })
const conventionId = z.strictObject({ conventionId: uuid })

export const activitiesEndpoints = [
  endpoint({
    method: 'POST',
    path: '/people/:personId/activities',
    tag: 'activities',
    summary: 'Opens one more activity of a person, with its own account',
    access: 'person.edit',
    params: z.strictObject({ personId: uuid }),
    body: z.strictObject(activityFields),
    response: z.strictObject({ id: uuid }),
  }),
  endpoint({
    method: 'GET',
    path: '/activities/:activityId',
    tag: 'activities',
    summary: 'An activity: whose it is, in what shares, and its conventions',
    access: 'person.read',
    params: activityId,
    response: z.strictObject({
      id: uuid,
      ...activityFields,
      members: z.array(member),
      conventions: z.array(conventionSummary),
    }),
  }),
  endpoint({
    method: 'POST',
    path: '/activities/:activityId/conventions',
    tag: 'activities',
    summary: 'Drafts the convention that sharing this activity needs; one at a time',
    access: 'contract.create',
    params: activityId,
    body: z.strictObject(draft),
    response: z.strictObject({ id: uuid, number: z.string() }),
    problems: ['shares-need-two', 'shares-person-twice', 'shares-not-whole', 'convention-pending'],
  }),
  endpoint({
    method: 'GET',
    path: '/conventions/:conventionId',
    tag: 'activities',
    summary:
      'A convention: its people and shares, its clauses, and what is missing before it is sent',
    access: 'contract.read',
    params: conventionId,
    response: z.strictObject({
      ...conventionSummary.shape,
      activityId: uuid,
      activity: z.string(),
      members: z.array(member),
      terms: conventionTerms,
      missing: z.array(missing),
      signersWithoutEmail,
      version: z.int(),
    }),
  }),
  endpoint({
    method: 'PUT',
    path: '/conventions/:conventionId',
    tag: 'activities',
    summary: 'Changes a convention that nobody was asked to sign yet',
    access: 'contract.create',
    versioned: true,
    params: conventionId,
    body: z.strictObject(draft),
    response: z.strictObject({ version: z.int() }),
    problems: [
      'shares-need-two',
      'shares-person-twice',
      'shares-not-whole',
      'convention-act-not-allowed',
    ],
  }),
  endpoint({
    method: 'POST',
    path: '/conventions/:conventionId/sending',
    tag: 'activities',
    summary: 'Fixes the bytes of a convention and asks its people to sign, then the cooperative',
    access: 'contract.create',
    versioned: true,
    params: conventionId,
    response: z.strictObject({ signatureId: uuid, documentSha256: z.string() }),
    problems: ['convention-act-not-allowed', 'convention-incomplete', 'signature-already-open'],
  }),
  endpoint({
    method: 'GET',
    path: '/conventions/:conventionId/document',
    tag: 'activities',
    summary: 'The convention as it was sent, or as a draft would be printed now (PDF)',
    access: 'contract.read',
    params: conventionId,
    responseKind: 'file',
    problems: ['convention-incomplete'],
  }),
  endpoint({
    method: 'POST',
    path: '/conventions/:conventionId/cancellation',
    tag: 'activities',
    summary: 'Drops a convention that is not in force',
    access: 'contract.create',
    params: conventionId,
    body: z.strictObject({ reason: shortText }),
    response: z.strictObject({}),
    problems: ['convention-act-not-allowed'],
  }),
] as const
