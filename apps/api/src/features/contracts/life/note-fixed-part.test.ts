import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenScheme, givenTester, type TestTester } from '../../../../test/given-money.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../../test/test-app.ts'

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let accountant: Caller
let cesa: TestTester
let cape: TestTester

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'])
  accountant = await givenUser(test, cooperative, ['accountant'])
  const scheme = await givenScheme(test, cooperative)
  cesa = await givenTester(test, cooperative, scheme, { kind: 'CESA', startsOn: '2025-06-01' })
  cape = await givenTester(test, cooperative, scheme, { kind: 'CAPE', familyName: 'Sy' })
})
afterAll(() => test.close())

async function lifeOf({ contractId }: TestTester) {
  const params = { contractId }
  const { body } = await call(test, adviser, 'GET /contracts/:contractId/life', { params })
  return body
}

async function note(of: TestTester, fixedPartCents: string, ifMatch?: number) {
  return call(test, adviser, 'PUT /contracts/:contractId/fixed-part', {
    params: { contractId: of.contractId },
    body: { fixedPartCents },
    ifMatch: ifMatch ?? (await lifeOf(of)).version,
  })
}

async function payOf(month: string) {
  const { body } = await call(test, accountant, 'GET /pay/:month', { params: { month } })
  return body.find((line) => line.contractId === cesa.contractId)
}

describe('the fixed part of a CESA that was signed elsewhere', () => {
  it('is unknown at first, then owed each month as its paper says', async () => {
    expect((await lifeOf(cesa)).paperFixedPart).toEqual({ cents: null })
    expect(await payOf('2026-10')).toMatchObject({ fixedPartCents: null, state: 'not-written' })
    const { version } = await lifeOf(cesa)
    expect((await note(cesa, '120050')).status).toBe(200)
    expect((await lifeOf(cesa)).paperFixedPart).toEqual({ cents: '120050' })
    expect(await payOf('2026-10')).toMatchObject({ fixedPartCents: '120050', state: 'uncovered' })
    // Whoever read the page before sees that somebody was quicker.
    expect((await note(cesa, '999', version)).problem.code).toBe('version-changed')
    const { body } = await call(test, adviser, 'GET /contracts/:contractId', {
      params: { contractId: cesa.contractId },
    })
    expect(body.inForce?.terms).toContainEqual(
      expect.objectContaining({ term: 'fixedPartCents', value: '120050', original: '120050' }),
    )
  })

  it('may be none, and is corrected; the journal keeps both', async () => {
    expect((await note(cesa, '0')).status).toBe(200)
    expect(await payOf('2026-10')).toMatchObject({ fixedPartCents: '0', state: 'covered' })
    const direction = await givenUser(test, cooperative, ['direction'])
    const { body } = await call(test, direction, 'GET /audit', {
      query: { action: 'contract.fixed-part-noted' },
    })
    expect(body.entries[0]).toMatchObject({
      before: { fixedPartCents: '120050' },
      after: { fixedPartCents: '0' },
    })
  })

  it('is what the first amendment changes', async () => {
    await note(cesa, '80000')
    const { body } = await call(test, adviser, 'GET /contracts/:contractId/amendments', {
      params: { contractId: cesa.contractId },
    })
    expect(body.inForce).toMatchObject({ fixedPartCents: '80000' })
  })

  it('is refused below zero, for a CAPE, and to whoever may not write contracts', async () => {
    expect((await note(cesa, '-1')).problem.errors).toEqual([
      expect.objectContaining({ pointer: '/body/fixedPartCents', code: 'field-too-small' }),
    ])
    expect((await lifeOf(cape)).paperFixedPart).toBeNull()
    expect((await note(cape, '1')).problem.code).toBe('contract-act-not-allowed')
    const refused = await call(test, accountant, 'PUT /contracts/:contractId/fixed-part', {
      params: { contractId: cesa.contractId },
      body: { fixedPartCents: '1' },
      ifMatch: 1,
    })
    expect(refused.status).toBe(403)
  })
})
