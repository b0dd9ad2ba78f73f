import { localDate } from '@terreau/domain/time/local-date'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type BadgeFacts, openBadgeCredential } from './credential.ts'

/**
 * What the JSON Schema of 1EdTech asks of an AchievementCredential (openbadges-specification, gh-pages,
 * docs/schema/achievementcredential.json of 2024-07-30), for the properties that a badge of ours has.
 */
const typed = (...names: string[]) =>
  z.array(z.string()).refine((types) => names.every((name) => types.includes(name)))
const context = /^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/
const image = z.strictObject({
  id: z.string(),
  type: z.literal('Image'),
  caption: z.string().optional(),
})
const identity = z.strictObject({
  type: z.literal('IdentityObject'),
  hashed: z.boolean(),
  identityHash: z.string(),
  identityType: z.enum(['name', 'emailAddress']),
  salt: z.string().optional(),
})
const achievementCredential = z.looseObject({
  '@context': z
    .tuple([z.literal('https://www.w3.org/ns/credentials/v2'), z.string().regex(context)])
    .rest(z.string()),
  id: z.string(),
  type: typed('VerifiableCredential', 'OpenBadgeCredential'),
  name: z.string(),
  issuer: z.looseObject({ id: z.string(), type: typed('Profile'), name: z.string() }),
  validFrom: z.iso.datetime({ offset: true }),
  awardedDate: z.iso.datetime({ offset: true }),
  credentialSubject: z.looseObject({
    type: typed('AchievementSubject'),
    identifier: z.array(identity),
    achievement: z.looseObject({
      id: z.string(),
      type: typed('Achievement'),
      achievementType: z.enum(['CommunityService', 'Achievement', 'Badge']),
      inLanguage: z.string().regex(/^[a-z]{2,4}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$/),
      criteria: z.looseObject({ narrative: z.string() }),
      description: z.string(),
      name: z.string(),
      image,
    }),
  }),
  evidence: z.array(z.looseObject({ type: typed('Evidence') })),
  credentialStatus: z.looseObject({ id: z.string(), type: z.string() }),
  credentialSchema: z.array(z.looseObject({ id: z.string(), type: z.string() })),
})

const FACTS: BadgeFacts = {
  code: 'a'.repeat(24),
  subjectId: '7b0f8a52-3c1c-4d55-9f41-52b8f1c4a111',
  cooperative: { id: '7b0f8a52-3c1c-4d55-9f41-52b8f1c4a222', name: 'Coopérative du Port' },
  person: { name: 'Moussa Traoré', email: 'moussa@exemple.test' },
  thresholdMinutes: 1_200,
  approvedMinutes: 1_300,
  firstOn: localDate('2026-01-01'),
  lastOn: localDate('2026-10-01'),
  peopleHelped: 2,
  statusIndex: 77,
  issuedAt: new Date('2026-11-01T10:00:00.123Z'),
  locale: 'fr',
}

describe('the credential of a badge', () => {
  it.each([
    ['https://coop.exemple', 'fr', 'moussa@exemple.test'],
    ['http://localhost:3000', 'en', ''],
  ] as const)('has the shape of the schema of 1EdTech (%s, %s)', (publicUrl, locale, email) => {
    const facts = { ...FACTS, locale, person: { ...FACTS.person, email } }
    const made = achievementCredential.safeParse(openBadgeCredential(publicUrl, facts))
    expect(made.error?.issues ?? []).toEqual([])
  })
})
