import { randomUUID } from 'node:crypto'
import type { Api } from '@terreau/protocol/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from './test-app.ts'

let test: TestApp
let cooperative: TestCooperative
let direction: Caller
beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  direction = await givenUser(test, cooperative, ['direction'])
})
afterAll(() => test.close())

describe('repeated and concurrent requests', () => {
  const body = { displayName: 'Léa Marchand', email: 'lea@exemple.test', role: 'adviser' } as const

  it('get the first answer again under the same key', async () => {
    const key = randomUUID()
    const first = await call(test, direction, 'POST /users', { body, key })
    const again = await call(test, direction, 'POST /users', { body, key })
    expect(again.status).toBe(200)
    expect(again.body).toEqual(first.body)
  })

  it('are refused when the key comes with another body', async () => {
    const key = randomUUID()
    await call(test, direction, 'POST /users', { body, key })
    const other = { ...body, role: 'observer' } as const
    const mismatch = await call(test, direction, 'POST /users', { body: other, key })
    expect(mismatch.status).toBe(422)
    expect(mismatch.problem.code).toBe('idempotency-mismatch')
  })

  it('have one effect when twins arrive together', async () => {
    const key = randomUUID()
    const scheme: Api['POST /schemes']['body'] = {
      code: 'AG-jumeaux',
      decidedOn: '2026-05-29',
      decisionReference: 'AG du 29 mai 2026',
      base: 'revenue',
      period: 'month',
      tiers: [{ upToCents: null, rateBp: 1_000 }],
      monthlyFloorCents: '0',
      fixedMonthlyCents: '0',
      exemptMonths: 0,
      exemptStatuses: [],
      deductedCosts: [],
      replaces: null,
    }
    const twins = await Promise.all(
      [1, 2, 3].map(() =>
        call(test, direction, 'POST /schemes', {
          body: scheme,
          key,
        }),
      ),
    )
    expect(twins.map(({ status }) => status)).toEqual([200, 200, 200])
    for (const { body } of twins) expect(body).toEqual(twins[0]?.body)
    const list = await call(test, direction, 'GET /schemes')
    expect(list.body.filter((s) => s.code === 'AG-jumeaux')).toHaveLength(1)
  })

  it('get the first answer, not the refusal that the first one causes', async () => {
    const { body: before } = await call(test, direction, 'GET /cooperative')
    const { version: ifMatch, firstMonth: _month, hasLogo: _logo, ...identity } = before
    const edit = { ...identity, phone: '01 23 45 67 89' }
    const key = randomUUID()
    const twins = await Promise.all(
      [1, 2, 3].map(() => call(test, direction, 'PUT /cooperative', { body: edit, ifMatch, key })),
    )
    expect(twins.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(twins.map(({ body }) => body.version)).toEqual([ifMatch + 1, ifMatch + 1, ifMatch + 1])
  })

  it('belong to the person who named the key', async () => {
    const key = randomUUID()
    const colleague = await givenUser(test, cooperative, ['direction'])
    await call(test, direction, 'POST /users', { body, key })
    const other = { ...body, email: 'autre@exemple.test' }
    expect((await call(test, colleague, 'POST /users', { body: other, key })).status).toBe(200)
  })

  it('must say which version they read, and are refused when it has changed', async () => {
    const { body: before } = await call(test, direction, 'GET /cooperative')
    const { version, firstMonth: _month, hasLogo: _logo, ...identity } = before
    const edit = { ...identity, phone: '01 00 00 00 00' }
    const blind = await call(test, direction, 'PUT /cooperative', { body: edit })
    expect(blind.status).toBe(428)
    const first = await call(test, direction, 'PUT /cooperative', { body: edit, ifMatch: version })
    expect(first.status).toBe(200)
    expect(first.body.version).toBe(version + 1)
    const late = await call(test, direction, 'PUT /cooperative', { body: edit, ifMatch: version })
    expect(late.status).toBe(412)
  })
})
