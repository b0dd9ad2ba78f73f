import { SALARY_MODEL } from '@terreau/domain/pay/salary-model'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'

let test: TestApp
let cooperative: TestCooperative
let accountant: Caller
let tester: Caller

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  accountant = await givenUser(test, cooperative, ['accountant'])
  tester = await givenUser(test, cooperative, ['tester'])
})
afterAll(() => test.close())

function asked(query: Record<string, string>, caller = accountant) {
  return call(test, caller, 'GET /salary-estimate', {
    query: { from: 'budget', amountCents: '341955', month: '2026-07', ...query },
  })
}

describe('a salary estimate over HTTP', { timeout: 90_000 }, () => {
  it('says every figure, what it rests on and with which model', async () => {
    const { status, body } = await asked({})
    expect(status).toBe(200)
    expect(body).toMatchObject({
      isPaid: true,
      grossCents: '264605',
      netCents: '207267',
      employerCostCents: '341955',
      generalReductionCents: '41755',
      residualCents: '0',
      terms: { headcount: 60, accidentRateBp: 208, healthCoverCents: '4000' },
      engineVersion: SALARY_MODEL.version,
    })
  })

  it('uses what the cooperative decided for the month, and another headcount when asked', async () => {
    const direction = await givenUser(test, cooperative, ['direction'])
    const entered = await call(test, direction, 'POST /settings', {
      body: { key: 'salary_headcount', validFrom: '2026-08-01', value: '8', source: 'Registre' },
    })
    expect(entered.status).toBe(200)
    expect((await asked({})).body.terms.headcount).toBe(60)
    const august = (await asked({ month: '2026-08' })).body
    expect(august.terms.headcount).toBe(8)
    const larger = (await asked({ month: '2026-08', headcount: '60' })).body
    expect(BigInt(august.grossCents)).toBeGreaterThan(BigInt(larger.grossCents))
  })

  it('answers a budget that is too small, and refuses what it cannot estimate', async () => {
    const small = await asked({ amountCents: '4999' })
    expect(small.body).toMatchObject({ isPaid: false, grossCents: '0', residualCents: '4999' })
    const codes = [
      await asked({ month: '2025-12' }),
      await asked({ month: '2027-01' }),
      await asked({ amountCents: '-1' }),
      await asked({ amountCents: '10000001' }),
      await asked({ from: 'net', amountCents: '0' }),
    ].map(({ status, problem }) => `${status} ${problem.code}`)
    expect(codes).toEqual([
      '422 salary-month-before-model',
      '422 salary-month-after-model',
      '422 salary-amount-negative',
      '422 salary-amount-too-large',
      '422 salary-amount-too-small',
    ])
  })

  it('a tester gets the estimate of the month, and hears that a CAPE pays no salary', async () => {
    const { status, body } = await call(test, tester, 'GET /me/salary-estimate', {
      query: { from: 'net', amountCents: '100000' },
    })
    expect(status).toBe(200)
    expect(body).toMatchObject({ isEmployee: false, isPaid: true, month: '2026-11' })
    expect(BigInt(body.netCents)).toBeGreaterThanOrEqual(100_000n)
    expect((await asked({}, tester)).status).toBe(403)
  })

  it('holds no connection while the model works', async () => {
    // More questions at once than there are connections: another request still gets one.
    let answered = 0
    const questions = Array.from({ length: 11 }, async (_, n) => {
      const answer = await asked({ amountCents: String(60_000 + n * 1_013) })
      answered += 1
      return answer.status
    })
    await new Promise((resolve) => setTimeout(resolve, 100))
    const other = await call(test, accountant, 'GET /accounts')
    expect(other.status).toBe(200)
    expect(answered).toBeLessThan(11)
    expect(new Set(await Promise.all(questions))).toEqual(new Set([200]))
  })
})
