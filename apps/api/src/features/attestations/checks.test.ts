import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenScheme, givenTester } from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  runJob,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { retentionJob } from '../personal-data/retention/retention.job.ts'

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let tester: Caller
let personId: string

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  const scheme = await givenScheme(test, cooperative)
  adviser = await givenUser(test, cooperative, ['adviser'])
  personId = (await givenTester(test, cooperative, scheme, { kind: 'CAPE' })).personId
  tester = await givenUser(test, cooperative, ['tester'], { personId })
})
afterAll(() => test.close())

async function issued() {
  const { body } = await call(test, adviser, 'POST /attestations', {
    body: { kind: 'cape_entry', personId, locale: 'fr' },
  })
  return detailOf(body.id)
}

async function detailOf(attestationId: string) {
  const { body } = await call(test, adviser, 'GET /attestations/:attestationId', {
    params: { attestationId },
  })
  const longCode = new URL(body.verifyUrl).pathname.split('/').at(-1) ?? ''
  return { ...body, longCode }
}

function open(code: string, init: RequestInit = {}) {
  return test.app.hono.request(`http://localhost:3000/verifier/${code}`, init)
}

describe('a check of a certificate', () => {
  it('is counted by its door and its answer, for the team and for the person', async () => {
    const { id, longCode, shortCode, sha256 } = await issued()
    expect((await detailOf(id)).lastChecks).toEqual([])
    for (const code of [longCode, longCode, shortCode, sha256]) await open(code)
    const { checks, lastChecks } = await detailOf(id)
    expect(checks).toBe(4)
    const seen = new Map(lastChecks.map(({ door, result, times }) => [door, [result, times]]))
    expect(seen.get('short')).toEqual(['genuine', 1])
    expect(seen.get('file')).toEqual(['genuine', 1])
    const long = lastChecks.filter(({ door }) => door === 'long')
    expect(long.reduce((sum, { times }) => sum + times, 0)).toBe(2)
    expect(lastChecks.every(({ checkedAt }) => checkedAt.endsWith(':00.000Z'))).toBe(true)
    await call(test, adviser, 'POST /attestations/:attestationId/revocation', {
      params: { attestationId: id },
      body: { reason: 'essai' },
    })
    await open(longCode)
    const after = await detailOf(id)
    expect(after.lastChecks.map(({ result }) => result)).toContain('revoked')
    const own = await call(test, tester, 'GET /me/attestations')
    expect(own.body.find((one) => one.id === id)?.checks).toBe(5)
    const list = await call(test, adviser, 'GET /attestations')
    expect(list.body.attestations.find((one) => one.id === id)?.checks).toBe(5)
  })

  it('is not counted for a head, a page fetched ahead, or a code that nobody gave', async () => {
    const { id, longCode } = await issued()
    await open(longCode, { method: 'HEAD' })
    await open(longCode, { headers: { 'Sec-Purpose': 'prefetch;prerender' } })
    await open(longCode.replace(/^./, (sign) => (sign === 'a' ? 'b' : 'a')))
    expect((await detailOf(id)).checks).toBe(0)
  })

  it('keeps nothing of who checked, and the page stands when the count cannot be written', async () => {
    const { id, longCode } = await issued()
    const columns = await queryAsOwner<{ name: string }>(
      test,
      `select column_name as name from information_schema.columns
        where table_schema = 'terreau' and table_name = 'attestation_check' order by 1`,
    )
    expect(columns.map(({ name }) => name)).toEqual([
      'attestation_id',
      'checked_at',
      'cooperative_id',
      'door',
      'result',
      'times',
    ])
    await queryAsOwner(test, 'revoke insert on terreau.attestation_check from terreau_app')
    const page = await open(longCode)
    await queryAsOwner(test, 'grant insert on terreau.attestation_check to terreau_app')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('Attestation vraie')
    expect((await detailOf(id)).checks).toBe(0)
  })

  it('is forgotten by the night once its length is over, and not before', async () => {
    const { id, longCode } = await issued()
    await open(longCode)
    const age = (months: number) =>
      queryAsOwner(
        test,
        `update terreau.attestation_check set checked_at = date_trunc('minute', $2::timestamptz - make_interval(months => $3))
          where attestation_id = $1`,
        [id, test.services.clock.now(), months],
      )
    await age(11)
    await runJob(test, retentionJob, { cooperativeId: cooperative.id })
    expect((await detailOf(id)).checks).toBe(1)
    await age(13)
    await runJob(test, retentionJob, { cooperativeId: cooperative.id })
    expect((await detailOf(id)).checks).toBe(0)
  })
})
