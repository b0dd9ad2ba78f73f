import { createHash, randomBytes } from 'node:crypto'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { Locale } from '@terreau/protocol/codecs'
import { CompactSign, decodeJwt } from 'jose'
import { z } from 'zod'
import type { FactsKey } from '../../attestations/index.ts'
import { badgeUrl, issuerAddresses } from './addresses.ts'
import { achievementWords, evidenceWords } from './badge-words.ts'

const CONTEXT = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
]
const SCHEMA = {
  id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
  type: '1EdTechJsonSchemaValidator2019',
}

export interface BadgeFacts {
  code: string
  subjectId: string
  cooperative: { id: string; name: string }
  person: { name: string; email: string }
  thresholdMinutes: number
  approvedMinutes: number
  firstOn: LocalDate
  lastOn: LocalDate
  peopleHelped: number
  statusIndex: number
  issuedAt: Date
  locale: Locale
}

/** An OpenBadgeCredential (1EdTech Open Badges 3.0, data model B.1.1) about one tutor and one threshold. */
export function openBadgeCredential(publicUrl: string, facts: BadgeFacts) {
  const { cooperative, person, thresholdMinutes, locale } = facts
  const at = issuerAddresses(publicUrl, cooperative.id)
  const issuer = { id: at.did, type: ['Profile'], name: cooperative.name, url: publicUrl }
  const words = achievementWords(locale, { thresholdMinutes, issuer: cooperative.name })
  return {
    '@context': CONTEXT,
    id: badgeUrl(publicUrl, facts.code),
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: words.name,
    issuer,
    validFrom: wholeSecond(facts.issuedAt),
    awardedDate: wholeSecond(facts.issuedAt),
    credentialSubject: {
      id: `urn:uuid:${facts.subjectId}`,
      type: ['AchievementSubject'],
      identifier: identifiersOf(person),
      achievement: achievement(publicUrl, { cooperative, thresholdMinutes, locale }),
    },
    evidence: [{ type: ['Evidence'], ...evidenceWords(locale, facts) }],
    credentialStatus: {
      id: `${at.statusList}#${facts.statusIndex}`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: String(facts.statusIndex),
      statusListCredential: at.statusList,
    },
    credentialSchema: [SCHEMA],
  }
}

/** What a badge is, also served at its own address. */
export function achievement(
  publicUrl: string,
  of: { cooperative: { id: string; name: string }; thresholdMinutes: number; locale: Locale },
) {
  const { cooperative, thresholdMinutes, locale } = of
  const id = issuerAddresses(publicUrl, cooperative.id).achievement(thresholdMinutes)
  const words = achievementWords(locale, { thresholdMinutes, issuer: cooperative.name })
  return {
    id,
    type: ['Achievement'],
    achievementType: 'CommunityService',
    inLanguage: locale,
    name: words.name,
    description: words.description,
    criteria: { narrative: words.criteria },
    image: { id: `${id}.svg`, type: 'Image', caption: words.name },
  }
}

/** Who can check that it is theirs: the name as it is, the address as a salted hash. */
function identifiersOf({ name, email }: { name: string; email: string }) {
  const named = {
    type: 'IdentityObject',
    hashed: false,
    identityHash: name,
    identityType: 'name',
  }
  if (email === '') return [named]
  const salt = randomBytes(12).toString('base64url')
  const hash = createHash('sha256').update(`${email}${salt}`).digest('hex')
  const mailed = {
    type: 'IdentityObject',
    hashed: true,
    identityHash: `sha256$${hash}`,
    identityType: 'emailAddress',
    salt,
  }
  return [named, mailed]
}

/**
 * The VC-JWT of a credential (Open Badges 3.0, 8.2): the credential itself is the payload, beside the claims
 * that repeat issuer, identifier, subject and first instant. `kid` resolves through the did:web document.
 */
export function signCredential(
  credential: {
    id: string
    issuer: { id: string }
    validFrom: string
    credentialSubject: { id: string }
  },
  key: FactsKey,
): Promise<string> {
  const claims = {
    ...credential,
    iss: credential.issuer.id,
    jti: credential.id,
    sub: credential.credentialSubject.id,
    nbf: Date.parse(credential.validFrom) / 1000,
  }
  return new CompactSign(new TextEncoder().encode(JSON.stringify(claims)))
    .setProtectedHeader({ alg: 'EdDSA', kid: `${credential.issuer.id}#${key.id}`, typ: 'JWT' })
    .sign(key.privateKey)
}

const readable = z.looseObject({
  name: z.string(),
  credentialSubject: z.looseObject({
    identifier: z.array(z.looseObject({ identityHash: z.string(), identityType: z.string() })),
    achievement: z.looseObject({
      inLanguage: z.enum(['fr', 'en']),
      description: z.string(),
      criteria: z.looseObject({ narrative: z.string() }),
    }),
  }),
  evidence: z.array(z.looseObject({ narrative: z.string() })),
})

/** What a badge of ours says, read from what was signed; the caller knows that it is ours. */
export function readCredential(jws: string) {
  const { name, credentialSubject, evidence } = readable.parse(decodeJwt(jws))
  const { identifier, achievement: what } = credentialSubject
  return {
    name,
    personName: identifier.find((one) => one.identityType === 'name')?.identityHash ?? '',
    description: what.description,
    criteria: what.criteria.narrative,
    evidence: evidence.map((one) => one.narrative).join(' '),
    locale: what.inLanguage,
  }
}

/** `nbf` counts whole seconds and must equal `validFrom`. */
export function wholeSecond(at: Date): string {
  return at.toISOString().replace(/\.\d{3}Z$/, 'Z')
}
