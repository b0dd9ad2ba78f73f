import { localDate } from '@terreau/domain/time/local-date'
import type { Api } from '@terreau/protocol/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenAccepted, givenScheme, givenTester, saleLine } from '../../../test/given-money.ts'
import {
  asCommand,
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { settingOn } from './index.ts'

const SCHEME: Api['POST /schemes']['body'] = {
  code: 'AG-2026',
  decidedOn: '2026-05-29',
  decisionReference: 'AG du 29 mai 2026, résolution 4',
  base: 'revenue',
  period: 'year',
  tiers: [
    { upToCents: '1000000', rateBp: 1_350 },
    { upToCents: null, rateBp: 1_000 },
  ],
  monthlyFloorCents: '3000',
  fixedMonthlyCents: '0',
  exemptMonths: 3,
  exemptStatuses: [],
  deductedCosts: [],
  negativeBase: 'as_nil' as const,
  exemptionCovers: 'everything' as const,
  exemptBelowCents: '0',
  monthlyCapCents: null,
  yearlyCapCents: '120000',
  replaces: null,
}

describe('settings of a cooperative', () => {
  let test: TestApp
  let cooperative: TestCooperative
  let direction: Caller
  beforeAll(async () => {
    test = await createTestApp()
    cooperative = await givenCooperative(test)
    direction = await givenUser(test, cooperative, ['direction'])
  })
  afterAll(() => test.close())

  const enter = (value: string, validFrom: string) =>
    call(test, direction, 'POST /settings', {
      body: { key: 'accident_cover_monthly_cents', value, validFrom, source: 'Décision de 2026' },
    })

  it('date their values: the past keeps its own', async () => {
    expect((await enter('395', '2026-01-01')).status).toBe(200)
    expect((await enter('410', '2026-11-01')).status).toBe(200)
    const on = (day: string) =>
      asCommand(test, cooperative.id, (_ctx, tx) =>
        settingOn(tx, cooperative.id, 'accident_cover_monthly_cents', localDate(day)),
      )
    expect(await on('2026-10-31')).toBe('395')
    expect(await on('2026-11-01')).toBe('410')
    expect(await on('2025-12-31')).toBeNull()
    const list = await call(test, direction, 'GET /settings')
    expect(list.body.map((s) => s.value)).toEqual(['410', '395'])
  })

  it('refuse two values on one day, and a value out of bounds, at their fields', async () => {
    await enter('395', '2026-02-01')
    const twice = await enter('400', '2026-02-01')
    expect(twice.status).toBe(409)
    expect(twice.problem.errors?.[0]).toEqual({
      pointer: '/body/validFrom',
      code: 'setting-exists',
    })
    const high = await enter('1000000', '2026-03-01')
    expect(high.status).toBe(400)
    expect(high.problem.errors?.[0]).toEqual({
      pointer: '/body/value',
      code: 'setting-out-of-bounds',
    })
  })

  it('keep schemes as assemblies decided them', async () => {
    const made = await call(test, direction, 'POST /schemes', { body: SCHEME })
    expect(made.status).toBe(200)
    const list = await call(test, direction, 'GET /schemes')
    expect(list.body.find((s) => s.id === made.body.id)).toEqual({
      ...SCHEME,
      id: made.body.id,
      contractCount: 0,
      appliesUntil: null,
      replacedBy: null,
    })
    const again = await call(test, direction, 'POST /schemes', { body: SCHEME })
    expect(again.problem.code).toBe('scheme-exists')
  })

  it.each([
    ['decidedOn', { decidedOn: '2026-12-31' }, 'date-in-future'],
    [
      'tiers',
      {
        tiers: [
          { upToCents: null, rateBp: 1_000 },
          { upToCents: '5', rateBp: 1 },
        ],
      },
      'tiers-not-ordered',
    ],
    ['monthlyFloorCents', { monthlyFloorCents: '-1' }, 'amount-negative'],
    ['appliesUntil', { appliesUntil: '2020-01' }, 'scheme-ends-before'],
  ])('refuse a scheme whose %s no assembly can mean', async (field, change, code) => {
    const refused = await call(test, direction, 'POST /schemes', {
      body: { ...SCHEME, code: `X-${field}`, ...change },
    })
    expect(refused.status).toBe(400)
    expect(refused.problem.errors).toEqual([{ pointer: `/body/${field}`, code }])
  })

  it('refuse a scheme without the assembly that decided it', async () => {
    const { decidedOn: _day, ...undated } = SCHEME
    const refused = await call(test, direction, 'POST /schemes', {
      body: { ...undated, code: 'X-undated', decisionReference: ' ' } as never,
    })
    expect(refused.status).toBe(400)
    const pointers = refused.problem.errors?.map((e) => e.pointer)
    expect(pointers).toContain('/body/decidedOn')
    expect(pointers).toContain('/body/decisionReference')
  })

  it('let a rate change until an accepted account rests on it', async () => {
    const put = (unitsPerEuro: string) =>
      call(test, direction, 'PUT /exchange-rates/:month/:currency', {
        params: { month: '2026-10', currency: 'USD' },
        body: { unitsPerEuro, source: 'BCE, 30 octobre 2026' },
      })
    expect((await put('1.16')).status).toBe(200)
    expect((await put('1.17')).body.unitsPerEuro).toBe('1.17')
    const scheme = await givenScheme(test, cooperative)
    const tester = await givenTester(test, cooperative, scheme)
    await givenAccepted(test, cooperative, tester, '2026-10', {
      lines: { sales: [saleLine(11_700n, { currency: 'USD' })] },
    })
    const refused = await put('1.18')
    expect(refused.status).toBe(409)
    expect(refused.problem.code).toBe('exchange-rate-used')
    const list = await call(test, direction, 'GET /exchange-rates')
    expect(list.body).toMatchObject([{ currency: 'USD', unitsPerEuro: '1.17', isUsed: true }])
  })

  it('refuse a rate for a currency fixed by treaty', async () => {
    const refused = await call(test, direction, 'PUT /exchange-rates/:month/:currency', {
      params: { month: '2026-10', currency: 'XOF' },
      body: { unitsPerEuro: '650', source: 'moi' },
    })
    expect(refused.status).toBe(400)
    expect(refused.problem.errors?.[0]?.code).toBe('currency-is-fixed')
  })
})
