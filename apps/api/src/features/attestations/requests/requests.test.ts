import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenClosedMonth } from '../../../../test/given-closed-month.ts'
import { givenScheme, givenTester } from '../../../../test/given-money.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
} from '../../../../test/test-app.ts'

let test: TestApp
let adviser: Caller
let tester: Caller
let stranger: Caller
let personId: string

beforeAll(async () => {
  test = await createTestApp()
  const cooperative = await givenCooperative(test)
  const scheme = await givenScheme(test, cooperative)
  adviser = await givenUser(test, cooperative, ['adviser'])
  const person = await givenTester(test, cooperative, scheme, { kind: 'CAPE' })
  personId = person.personId
  tester = await givenUser(test, cooperative, ['tester'], { personId })
  await givenClosedMonth(test, cooperative, { ...person, month: '2026-09' })
  stranger = await givenUser(test, await givenCooperative(test, 'Coopérative Karité'), ['adviser'])
})
afterAll(() => test.close())

function ask(body: {
  kind: 'monthly_income' | 'cape_period' | 'employment'
  monthsWanted?: number
}) {
  return call(test, tester, 'POST /me/attestation-requests', { body })
}

async function own() {
  return (await call(test, tester, 'GET /me/attestation-requests')).body.requests
}

async function waiting() {
  const queue = await call(test, adviser, 'GET /home/queue')
  return queue.body.items.filter(({ kind }) => kind === 'certificate-asked')
}

describe('a certificate asked for from the phone', () => {
  it('waits in the queue once, whatever is pressed, until one of its kind is issued', async () => {
    const first = await ask({ kind: 'monthly_income', monthsWanted: 3 })
    const again = await ask({ kind: 'monthly_income' })
    expect(again.body.id).toBe(first.body.id)
    expect(await own()).toMatchObject([
      { kind: 'monthly_income', monthsWanted: 1, state: 'waiting' },
    ])
    expect(await waiting()).toMatchObject([{ personId, consequence: 'certificate-waits' }])
    const seen = await call(test, adviser, 'GET /people/:personId/attestation-requests', {
      params: { personId },
    })
    expect(seen.body.map(({ id }) => id)).toEqual([first.body.id])
    const issue = (kind: 'cape_period' | 'monthly_income', months: string[]) =>
      call(test, adviser, 'POST /attestations', { body: { kind, personId, months, locale: 'fr' } })
    expect((await issue('cape_period', [])).status).toBe(200)
    expect(await waiting()).toHaveLength(1)
    expect((await issue('monthly_income', ['2026-09'])).status).toBe(200)
    expect(await waiting()).toEqual([])
    expect(await own()).toEqual([])
  })

  it('is refused for a reason that the person reads, and may be asked for again', async () => {
    const { body } = await ask({ kind: 'employment' })
    const refuse = (caller: Caller) =>
      call(test, caller, 'POST /attestation-requests/:requestId/refusal', {
        params: { requestId: body.id },
        body: { cause: 'not_entitled' },
      })
    expect((await refuse(stranger)).status).toBe(404)
    expect((await refuse(tester)).status).toBe(403)
    expect((await refuse(adviser)).status).toBe(204)
    expect((await refuse(adviser)).status).toBe(404)
    expect(await own()).toMatchObject([{ state: 'refused', cause: 'not_entitled' }])
    expect(await waiting()).toEqual([])
    expect((await ask({ kind: 'employment' })).body.id).not.toBe(body.id)
  })
})
