import { createHash, createPublicKey, verify } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { givenTutoring } from '../../../../test/given-tutoring.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
import { call, createTestApp, givenUser, type TestApp } from '../../../../test/test-app.ts'

let test: TestApp
let given: Awaited<ReturnType<typeof givenTutoring>>

beforeAll(async () => {
  test = await createTestApp()
  given = await givenTutoring(test)
  await queryAsOwner(
    test,
    `insert into terreau.cooperative_setting (cooperative_id, key, value, valid_from, source)
     values ($1, 'tutor_badge_first_hours', '2', '2026-01-01', 'conseil'), ($1, 'tutor_badge_second_hours', '5', '2026-01-01', 'conseil')`,
    [given.cooperative.id],
  )
})
afterAll(() => test.close())

const jwk = z.object({
  kid: z.string(),
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
})
const did = z.object({
  id: z.string(),
  verificationMethod: z.array(
    z.object({
      id: z.string(),
      type: z.literal('JsonWebKey'),
      controller: z.string(),
      publicKeyJwk: jwk.loose(),
    }),
  ),
  assertionMethod: z.array(z.string()),
})
const text = z.string().min(1)
const identity = z.strictObject({
  type: z.literal('IdentityObject'),
  hashed: z.boolean(),
  identityHash: text,
  identityType: text,
  salt: text.optional(),
})
/** What the tables of Open Badges 3.0 ask of each class (appendix B), written from the text of the standard. */
const openBadge = z.strictObject({
  '@context': z.tuple([
    z.literal('https://www.w3.org/ns/credentials/v2'),
    z
      .string()
      .regex(/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/),
  ]),
  id: z.url(),
  type: z.tuple([z.literal('VerifiableCredential'), z.literal('OpenBadgeCredential')]),
  name: text,
  issuer: z.strictObject({
    id: text,
    type: z.tuple([z.literal('Profile')]),
    name: text,
    url: z.url(),
  }),
  validFrom: z.iso.datetime(),
  awardedDate: z.iso.datetime(),
  credentialSubject: z.strictObject({
    id: z.string().startsWith('urn:uuid:'),
    type: z.tuple([z.literal('AchievementSubject')]),
    identifier: z.array(identity).min(1),
    achievement: z.strictObject({
      id: z.url(),
      type: z.tuple([z.literal('Achievement')]),
      achievementType: z.literal('CommunityService'),
      inLanguage: text,
      name: text,
      description: text,
      criteria: z.strictObject({ narrative: text }),
      image: z.strictObject({ id: z.url(), type: z.literal('Image'), caption: text }),
    }),
  }),
  evidence: z.array(
    z.strictObject({ type: z.tuple([z.literal('Evidence')]), name: text, narrative: text }),
  ),
  credentialStatus: z.strictObject({
    id: z.url(),
    type: z.literal('BitstringStatusListEntry'),
    statusPurpose: z.literal('revocation'),
    statusListIndex: z.string().regex(/^\d+$/),
    statusListCredential: z.url(),
  }),
  credentialSchema: z.array(
    z.strictObject({ id: z.url(), type: z.literal('1EdTechJsonSchemaValidator2019') }),
  ),
  iss: text,
  jti: text,
  sub: text,
  nbf: z.number().int(),
})
const statusList = z.object({
  type: z.array(z.string()),
  issuer: z.object({ id: z.string() }),
  iss: z.string(),
  credentialSubject: z.object({
    type: z.literal('BitstringStatusList'),
    statusPurpose: z.literal('revocation'),
    encodedList: z.string(),
  }),
})

const get = (url: string) => test.app.hono.request(url)

/** did:web, "Read (Resolve)": each colon a slash, the encoded colon of a port back, then did.json. */
async function resolveDid(subject: string) {
  const [, method, host = '', ...path] = subject.split(':')
  expect(method).toBe('web')
  const address = `http://${host.replace('%3A', ':')}/${path.join('/')}/did.json`
  const answer = await get(address)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/did+json'])
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  const document = did.parse(await answer.json())
  expect(document.id).toBe(subject)
  return document
}

/** A JWS checked by hand and by node:crypto: not the library that signs. */
async function verified(jws: string): Promise<unknown> {
  const [head = '', body = '', signature = ''] = jws.split('.')
  const decoded = (part: string): unknown =>
    JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  const header = z
    .strictObject({ alg: z.literal('EdDSA'), kid: z.string(), typ: z.literal('JWT') })
    .parse(decoded(head))
  const document = await resolveDid(header.kid.split('#')[0] ?? '')
  const method = document.verificationMethod.find((one) => one.id === header.kid)
  if (method === undefined || !document.assertionMethod.includes(header.kid)) return 'no such key'
  const { kty, crv, x } = method.publicKeyJwk
  const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' })
  const isTrue = verify(
    null,
    Buffer.from(`${head}.${body}`),
    key,
    Buffer.from(signature, 'base64url'),
  )
  return isTrue ? decoded(body) : 'wrong signature'
}

async function isRevoked(badge: z.output<typeof openBadge>): Promise<boolean> {
  const { statusListCredential, statusListIndex } = badge.credentialStatus
  const answer = await get(statusListCredential)
  const list = statusList.parse(await verified(await answer.text()))
  expect(list.type).toContain('BitstringStatusListCredential')
  expect([list.issuer.id, list.iss]).toEqual([badge.issuer.id, badge.issuer.id])
  expect(list.credentialSubject.encodedList[0]).toBe('u')
  const bits = gunzipSync(Buffer.from(list.credentialSubject.encodedList.slice(1), 'base64url'))
  expect(bits.length).toBe(16_384)
  const index = Number(statusListIndex)
  return (((bits[index >> 3] ?? 0) >> (7 - (index & 7))) & 1) === 1
}

/** Hours that count: noted, confirmed by the person helped, past the seven days, approved. */
async function approvedHours(days: readonly string[], minutes = 60): Promise<void> {
  for (const heldOn of days) {
    const body = given.session({ heldOn, minutes, checked: ['older-than-31-days'] })
    const logged = await given.log(body)
    expect(logged.status).toBe(200)
    await given.confirm(logged.body.links)
    await given.sevenDaysLater()
    expect((await given.approve([{ id: body.id, version: 1 }])).status).toBe(200)
  }
}

const issue = (thresholdMinutes: number, personId = given.tutorId) =>
  call(test, given.adviser, 'POST /tutoring/badges', { body: { personId, thresholdMinutes } })
const revoke = (badgeId: string) =>
  call(test, given.adviser, 'POST /tutoring/badges/:badgeId/revocation', {
    params: { badgeId },
    body: { reason: 'heures corrigées' },
  })
const mine = async () => (await call(test, given.tutor, 'GET /me/tutoring/badges')).body
const staffList = async () =>
  (await call(test, given.adviser, 'GET /tutoring/badges', { query: {} })).body
const jwtOf = async (url: string) => (await get(`${url}/badge.jwt`)).text()

describe('a badge', () => {
  it('is not given before its hours are approved, nor for a threshold that nobody decided', async () => {
    await approvedHours(['2026-10-01'])
    const logged = await given.log(
      given.session({ heldOn: '2026-10-02', minutes: 90, checked: ['older-than-31-days'] }),
    )
    await given.confirm(logged.body.links)
    expect((await issue(120)).problem.code).toBe('badge-not-reached')
    expect(await mine()).toMatchObject({
      approvedMinutes: 60,
      next: { thresholdMinutes: 120, missingMinutes: 60 },
      waiting: [],
      badges: [],
    })
    await approvedHours(['2026-10-03'])
    expect((await issue(60)).problem.code).toBe('badge-not-reached')
    expect((await mine()).waiting).toEqual([120])
    expect((await staffList()).due).toEqual([
      {
        personId: given.tutorId,
        personName: 'Moussa Traoré',
        thresholdMinutes: 120,
        approvedMinutes: 120,
      },
    ])
  })

  it('is an Open Badges 3.0 credential that another implementation verifies', async () => {
    const issued = await issue(120)
    expect(issued.status).toBe(200)
    const payload = await verified(await jwtOf(issued.body.url))
    const badge = openBadge.parse(payload)
    expect(badge.id).toBe(issued.body.url)
    expect([badge.iss, badge.jti, badge.sub]).toEqual([
      badge.issuer.id,
      badge.id,
      badge.credentialSubject.id,
    ])
    expect(badge.nbf * 1000).toBe(Date.parse(badge.validFrom))
    expect(badge.credentialSubject.identifier[0]?.identityHash).toBe('Moussa Traoré')
    expect(badge.evidence[0]?.narrative).toContain('1 octobre 2026'.slice(1))
    expect(await isRevoked(badge)).toBe(false)
    const what = await get(badge.credentialSubject.achievement.id)
    expect(await what.json()).toMatchObject({
      id: badge.credentialSubject.achievement.id,
      type: ['Achievement'],
    })
    expect(
      (await get(badge.credentialSubject.achievement.image.id)).headers.get('content-type'),
    ).toBe('image/svg+xml')
  })

  it('is inside its pictures, once, as it was signed', async () => {
    const [{ url } = { url: '' }] = (await mine()).badges
    const jws = await jwtOf(url)
    const svg = await (await get(`${url}/badge.svg`)).text()
    expect(svg.match(/<openbadges:credential /g)).toHaveLength(1)
    expect(svg).toMatch(/^<svg [^>]*xmlns:openbadges="https:\/\/purl\.imsglobal\.org\/ob\/v3p0"/)
    expect(/<openbadges:credential verify="([^"]+)">/.exec(svg)?.[1]).toBe(jws)
    const png = Buffer.from(await (await get(`${url}/badge.png`)).arrayBuffer())
    expect(await sharp(png).metadata()).toMatchObject({ format: 'png', width: 480, height: 480 })
    expect(textsOf(png)).toEqual([['openbadgecredential', jws]])
  })

  it('is given once; the same from nobody about themselves', async () => {
    expect((await issue(120)).problem.code).toBe('badge-already-issued')
    const self = await givenUser(test, given.cooperative, ['adviser'], { personId: given.tutorId })
    const own = await call(test, self, 'POST /tutoring/badges', {
      body: { personId: given.tutorId, thresholdMinutes: 120 },
    })
    expect(own.problem.code).toBe('tutoring-own-hours')
  })

  it('keeps true when the key is replaced, and cannot be checked once the key leaked', async () => {
    const [{ url } = { url: '' }] = (await mine()).badges
    const direction = await givenUser(test, given.cooperative, ['direction'])
    const rotate = (isLeaked: boolean) =>
      call(test, direction, 'POST /attestation-keys/rotation', {
        body: { purpose: 'facts', isLeaked },
      })
    expect((await rotate(false)).status).toBe(204)
    const badge = openBadge.parse(await verified(await jwtOf(url)))
    expect(await isRevoked(badge)).toBe(false)
    await queryAsOwner(
      test,
      `update terreau.attestation_key set is_leaked = true where cooperative_id = $1 and retired_on is not null`,
      [given.cooperative.id],
    )
    expect(await verified(await jwtOf(url))).toBe('no such key')
    expect(await (await get(url)).text()).toContain('Badge à refaire')
    expect((await mine()).badges[0]?.isKeyLeaked).toBe(true)
    await queryAsOwner(
      test,
      `update terreau.attestation_key set is_leaked = false where cooperative_id = $1`,
      [given.cooperative.id],
    )
  })

  it('that is taken back is seen so at once, everywhere, and may be given again', async () => {
    const [first] = (await mine()).badges
    const url = first?.url ?? ''
    const badge = openBadge.parse(await verified(await jwtOf(url)))
    expect(await (await get(url)).text()).toContain('Ce badge est vrai')
    expect((await revoke(first?.id ?? '')).status).toBe(204)
    expect(await isRevoked(badge)).toBe(true)
    const page = await (await get(url)).text()
    expect(page).toContain('Badge annulé le')
    expect(page).not.toContain('badge.jwt')
    expect((await mine()).badges[0]?.revokedAt).not.toBeNull()
    expect((await revoke(first?.id ?? '')).problem.code).toBe('badge-already-revoked')
    const again = await issue(120)
    expect(again.status).toBe(200)
    const second = openBadge.parse(await verified(await jwtOf(again.body.url)))
    expect([await isRevoked(badge), await isRevoked(second)]).toEqual([true, false])
  })

  it('tells staff when its hours were corrected since', async () => {
    expect((await staffList()).badges[0]).toMatchObject({
      isBelow: false,
      personName: 'Moussa Traoré',
    })
    await queryAsOwner(
      test,
      `update terreau.tutoring_session set state = 'set_aside', firm_at = null where cooperative_id = $1 and state = 'approved'`,
      [given.cooperative.id],
    )
    expect((await staffList()).badges[0]).toMatchObject({ isBelow: true })
  })

  it('has no page, file, issuer or list for who guesses', async () => {
    const { cooperative } = given
    for (const path of [
      '/badges/aaaaaaaaaaaaaaaaaaaaaaaa',
      '/badges/x',
      '/badges/aaaaaaaaaaaaaaaaaaaaaaaa/badge.jwt',
      `/issuers/${cooperative.id}/tutoring/61`,
      '/issuers/00000000-0000-4000-8000-000000000000/did.json',
      '/issuers/00000000-0000-4000-8000-000000000000/status',
      '/issuers/x/did.json',
    ])
      expect([path, (await get(`http://localhost:3000${path}`)).status]).toEqual([path, 404])
  })

  it('proves an address to who knows it, without showing it', async () => {
    await queryAsOwner(
      test,
      `update terreau.person set email = 'moussa@exemple.test' where id = $1`,
      [given.tutorId],
    )
    await approvedHours(['2026-09-10', '2026-09-11', '2026-09-12', '2026-09-13', '2026-09-14'])
    const issued = await issue(300)
    const jws = await jwtOf(issued.body.url)
    const badge = openBadge.parse(await verified(jws))
    const mailed = badge.credentialSubject.identifier.find(
      (one) => one.identityType === 'emailAddress',
    )
    const hash = createHash('sha256').update(`moussa@exemple.test${mailed?.salt}`).digest('hex')
    expect(mailed).toMatchObject({ hashed: true, identityHash: `sha256$${hash}` })
    expect(JSON.stringify(badge)).not.toContain('moussa@exemple.test')
  })
})

/** Every iTXt chunk of a PNG, by the layout of the format. */
function textsOf(png: Buffer): [string, string][] {
  const texts: [string, string][] = []
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const kind = png.toString('latin1', at + 4, at + 8)
    const data = png.subarray(at + 8, at + 8 + length)
    if (kind === 'iTXt') {
      const end = data.indexOf(0)
      expect([data[end + 1], data[end + 2]]).toEqual([0, 0])
      texts.push([data.toString('latin1', 0, end), data.toString('utf8', end + 5)])
    }
    at += 12 + length
  }
  return texts
}
