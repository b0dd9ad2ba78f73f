import { localDate } from '@terreau/domain/time/local-date'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { givenScheme, givenTester, type TestScheme } from '../../../../test/given-money.ts'
import {
  asCommand,
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
  TODAY,
} from '../../../../test/test-app.ts'
import { insertContract } from '../index.ts'

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let scheme: TestScheme

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'])
  scheme = await givenScheme(test, cooperative)
})
beforeEach(() => test.setToday(TODAY))
afterAll(() => test.close())

async function lifeOf(contractId: string) {
  const { body } = await call(test, adviser, 'GET /contracts/:contractId/life', {
    params: { contractId },
  })
  return body
}

describe('registration during a CAPE', () => {
  const register = (contractId: string, registeredOn: string, siren = '732829320') =>
    call(test, adviser, 'POST /contracts/:contractId/registration', {
      params: { contractId },
      body: { registeredOn, siren },
    })

  it('falls within the contract and has a right SIREN', async () => {
    const { contractId: id } = await givenTester(test, cooperative, scheme, { kind: 'CAPE' })
    expect((await register(id, '2026-05-31')).problem.code).toBe('registration-outside-contract')
    expect((await register(id, '2026-10-01', '732829321')).problem.errors).toMatchObject([
      { pointer: '/body/siren', code: 'siren-wrong' },
    ])
    expect((await register(id, '2026-10-01')).status).toBe(204)
    expect((await lifeOf(id)).registration).toEqual({
      registeredOn: '2026-10-01',
      siren: '732829320',
    })
  })

  it('is not for a CESA', async () => {
    const { contractId: id } = await givenTester(test, cooperative, scheme, { kind: 'CESA' })
    expect((await register(id, '2026-10-01')).problem.code).toBe('contract-act-not-allowed')
  })
})

describe('the mention on papers (R127-3)', () => {
  it('names the term of the contract in force and changes with the renewal', async () => {
    const period = { kind: 'CAPE', startsOn: '2026-01-01', endsOn: '2026-12-31' } as const
    const awa = await givenTester(test, cooperative, scheme, period)
    const first = awa.contractId
    const next = await asCommand(test, cooperative.id, async (ctx, tx) => {
      const { contractId } = await insertContract(tx, ctx, {
        kind: 'CAPE',
        personId: awa.personId,
        activityId: awa.activityId,
        schemeId: scheme.id,
        startsOn: localDate('2027-01-01'),
        endsOn: localDate('2027-12-31'),
        state: 'active',
        sequence: 1,
        renewsContractId: first,
      })
      return contractId
    })
    expect((await lifeOf(first)).papersMention).toContain('31 décembre 2026')
    expect((await lifeOf(first)).papersMention).toContain('SIREN 123 456 782')
    expect((await lifeOf(next)).papersMention).toBeNull()
    test.setToday('2027-01-01')
    expect((await lifeOf(first)).papersMention).toBeNull()
    expect((await lifeOf(next)).papersMention).toContain('31 décembre 2027')
  })
})
