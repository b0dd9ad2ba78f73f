import { yearMonth } from '@terreau/domain/time/year-month'
import { describeLine } from '@terreau/i18n/account-lines'
import type { Api } from '@terreau/protocol/api'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draft, typedSale } from '../../../test/given-draft.ts'
import {
  expenseLine,
  givenAccepted,
  givenDeclaration,
  givenScheme,
  givenTester,
  saleLine,
  type TestTester,
} from '../../../test/given-money.ts'
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
import { previewFigures } from './index.ts'

let test: TestApp
let coop: TestCooperative
let direction: Caller

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  direction = await givenUser(test, coop, ['direction'])
})
afterAll(() => test.close())

const SALES = { lines: { sales: [saleLine(100_000n)] } }

/** What the contribution of 1,000 euros would be in a month. */
async function contribution(tester: TestTester, month: string): Promise<bigint> {
  const id = await givenDeclaration(test, coop, tester, month, SALES)
  const { totals } = await asCommand(test, coop.id, (ctx, tx) => previewFigures(tx, ctx, id))
  return totals.contribution.totalCents
}

function decide(over: Partial<Api['POST /schemes']['body']> & { code: string }) {
  return call(test, direction, 'POST /schemes', {
    body: {
      decidedOn: '2026-10-20',
      decisionReference: 'AG du 20 octobre 2026, résolution 2',
      base: 'revenue',
      period: 'month',
      tiers: [{ upToCents: null, rateBp: 1_200 }],
      monthlyFloorCents: '0',
      fixedMonthlyCents: '0',
      exemptMonths: 0,
      exemptStatuses: [],
      deductedCosts: [],
      replaces: null,
      ...over,
    },
  })
}

describe('a decision that takes the place of another', () => {
  it('holds from its month on for those whose contract names the other one', async () => {
    const first = await givenScheme(test, coop, { floorCents: 0n })
    const tester = await givenTester(test, coop, first)
    const replaces = { schemeId: first.id, fromMonth: '2026-11' }
    const second = await decide({ code: 'AG-12', replaces })
    expect(second.status).toBe(200)
    const next = { schemeId: second.body.id, fromMonth: '2027-01' }
    const third = await decide({
      code: 'AG-13',
      replaces: next,
      tiers: [{ upToCents: null, rateBp: 1_300 }],
    })
    expect(third.status).toBe(200)
    const months = ['2026-10', '2026-11', '2026-12', '2027-01']
    const found = []
    for (const month of months) found.push(await contribution(tester, month))
    expect(found).toEqual([10_000n, 12_000n, 12_000n, 13_000n])
    const list = await call(test, direction, 'GET /schemes')
    expect(list.body.find(({ id }) => id === first.id)?.replacedBy).toEqual({
      code: 'AG-12',
      fromMonth: '2026-11',
    })
  })

  it('leaves no rate after the last month that the assembly said, until the next one is entered', async () => {
    const entered = await decide({ code: 'AG-ends', appliesUntil: '2026-10' })
    const first = { id: entered.body.id, code: 'AG-ends' }
    const tester = await givenTester(test, coop, first)
    await givenAccepted(test, coop, tester, '2026-10', SALES)
    const id = await givenDeclaration(test, coop, tester, '2026-11', SALES)
    const accept = () =>
      call(test, direction, 'POST /declarations/acceptances', { body: { ids: [id] } })
    const reviewed = async () =>
      (await call(test, direction, 'GET /declarations/:id', { params: { id } })).body
    const ended = async () => (await reviewed()).endedScheme
    expect(await ended()).toEqual({ code: first.code, until: '2026-10' })
    expect((await reviewed()).figures).toMatchObject({
      contributionCents: null,
      movementCents: null,
    })
    const listed = await call(test, direction, 'GET /schemes')
    expect(listed.body.find((one) => one.id === first.id)?.appliesUntil).toBe('2026-10')
    expect((await accept()).problem).toMatchObject({
      code: 'scheme-ended',
      params: { code: first.code, until: '2026-10' },
    })
    const replaces = { schemeId: first.id, fromMonth: '2026-11' }
    const backwards = await decide({ code: 'AG-next', replaces, appliesUntil: '2026-10' })
    expect(backwards.problem.errors).toEqual([
      { pointer: '/body/appliesUntil', code: 'scheme-ends-before' },
    ])
    expect((await decide({ code: 'AG-next', replaces, appliesUntil: '2026-11' })).status).toBe(200)
    expect(await ended()).toBeNull()
    expect((await accept()).status).toBe(204)
  })

  it('gives no estimate on the phone with the rate of a decision that has ended', async () => {
    const ended = await givenScheme(test, coop, { appliesUntil: '2026-09' })
    const { personId } = await givenTester(test, coop, ended)
    const person = await givenUser(test, coop, ['tester'], { personId })
    const params = { month: '2026-10' }
    const read = async () =>
      (await call(test, person, 'GET /me/declarations/:month', { params })).body
    const body = draft({ sales: [typedSale('1 200')] })
    const saved = await call(test, person, 'PUT /me/declarations/:month/draft', { params, body })
    expect(saved.body.movementCents).toBeNull()
    await call(test, person, 'POST /me/declarations/:month/submission', { params, body })
    const sent = { state: 'submitted', isRateDecided: false, movementCents: null }
    expect(await read()).toMatchObject(sent)
    await decide({ code: 'AG-late', replaces: { schemeId: ended.id, fromMonth: '2026-10' } })
    // 1,000 euros net of 20 % VAT, minus 12 % for the cooperative.
    expect(await read()).toMatchObject({ ...sent, isRateDecided: true, movementCents: '88000' })
  })

  it('is refused when the other one is replaced already, begins later, or was counted with', async () => {
    const first = await givenScheme(test, coop)
    const tester = await givenTester(test, coop, first)
    await givenAccepted(test, coop, tester, '2026-11', SALES)
    const from = async (schemeId: string, fromMonth: string) => {
      const refused = await decide({
        code: `R-${fromMonth}-${schemeId}`.slice(0, 40),
        replaces: { schemeId, fromMonth },
      })
      return [refused.problem.code, refused.problem.errors?.[0]?.pointer]
    }
    expect(await from(first.id, '2026-11')).toEqual([
      'month-has-accepted',
      '/body/replaces/fromMonth',
    ])
    const second = await decide({
      code: 'AG-later',
      replaces: { schemeId: first.id, fromMonth: '2027-02' },
    })
    expect(await from(first.id, '2027-03')).toEqual(['scheme-replaced', '/body/replaces/schemeId'])
    expect(await from(second.body.id, '2027-02')).toEqual([
      'scheme-begins-later',
      '/body/replaces/fromMonth',
    ])
  })
})

it('a late refund of a month under the old decision settles the yearly tiers of the new one', async () => {
  const tiers = [
    { upToCents: 100_000n, rateBp: 1_000 },
    { upToCents: null, rateBp: 500 },
  ]
  const first = await givenScheme(test, coop, { floorCents: 0n, period: 'year', tiers })
  const tester = await givenTester(test, coop, first)
  await givenAccepted(test, coop, tester, '2026-08', SALES)
  const second = await decide({
    code: 'AG-year',
    period: 'year',
    tiers: [
      { upToCents: '100000', rateBp: 2_000 },
      { upToCents: null, rateBp: 600 },
    ],
    replaces: { schemeId: first.id, fromMonth: '2026-09' },
  })
  expect(second.status).toBe(200)
  await givenAccepted(test, coop, tester, '2026-09', SALES)
  await givenAccepted(test, coop, tester, '2026-10', {
    lines: { sales: [saleLine(-40_000n)] },
    concernsMonth: '2026-08',
  })
  const { rows } = await asCommand(test, coop.id, (_ctx, tx) =>
    sql<{ code: string; rate: string; amount: bigint }>`
    select l.label_params ->> 'schemeCode' as code, l.label_params ->> 'rateBp' as rate,
           sum(l.amount_cents)::bigint as amount
      from terreau.ledger_line l
      join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
     where a.activity_id = ${tester.activityId} and l.label_key like 'ledger.line.contribution-%'
     group by 1, 2 order by 3`.execute(tx),
  )
  // August: 10 % of 600.00. September, from 600.00 to 1,600.00: 20 % of 400.00 and 6 % of 600.00.
  expect(rows).toEqual([
    { code: 'AG-year', rate: '600', amount: 3_600n },
    { code: first.code, rate: '1000', amount: 6_000n },
    { code: 'AG-year', rate: '2000', amount: 8_000n },
  ])
  // What was kept is read again as it was written: nothing is left to settle.
  expect(await contribution(tester, '2026-11')).toBe(6_000n)
})

it('a refund above the sales gives the contribution back when the assembly decided so', async () => {
  const decided = await decide({
    code: 'AG-given-back',
    period: 'year',
    tiers: [
      { upToCents: '100000', rateBp: 1_000 },
      { upToCents: null, rateBp: 800 },
    ],
    fixedMonthlyCents: '500',
    negativeBase: 'given_back',
  })
  const tester = await givenTester(test, coop, { id: decided.body.id, code: 'AG-given-back' })
  await givenAccepted(test, coop, tester, '2026-08', { lines: { sales: [saleLine(110_000n)] } })
  await givenAccepted(test, coop, tester, '2026-09', { lines: { sales: [saleLine(-40_000n)] } })
  const account = await call(test, direction, 'GET /activities/:activityId/account', {
    params: { activityId: tester.activityId },
    query: { month: '2026-09' },
  })
  const said = account.body.lines.slice(1).map((line) => {
    const { label, why } = describeLine('fr', { ...line, labelParams: line.explanationParams })
    const decision = why.replace(/^.*a décidé de rendre/, '').normalize('NFKC')
    return [label.normalize('NFKC'), line.effectCents, decision]
  })
  // From 1,100.00 back to 700.00: 8 % of 100.00 and 10 % of 300.00; the fixed part stays due.
  expect(said.slice(0, 2)).toEqual([
    [
      'Contribution rendue : 8 %',
      '800',
      ' la contribution : 8 %, de 1 100,00 € à 1 000,00 € (régime AG-given-back, C. trav. R7331-8).',
    ],
    [
      'Contribution rendue : 10 %',
      '3000',
      ' la contribution : 10 %, de 1 000,00 € à 700,00 € (régime AG-given-back, C. trav. R7331-8).',
    ],
  ])
  expect(said[2]?.slice(0, 2)).toEqual(['Contribution : part fixe du mois', '-500'])
})

describe('a status that the assembly exempts', () => {
  it('is the contract of the month, or being an associate', async () => {
    const scheme = await givenScheme(test, coop, { exemptStatuses: ['cape', 'associate'] })
    const cape = await givenTester(test, coop, scheme, { kind: 'CAPE' })
    expect(await contribution(cape, '2026-10')).toBe(0n)
    const cesa = await givenTester(test, coop, scheme)
    expect(await contribution(cesa, '2026-10')).toBe(10_000n)
    await asCommand(test, coop.id, (_ctx, tx) =>
      tx
        .updateTable('contract')
        .set({ associateOn: '2026-11-30', endsByLaw: false, endsOn: null })
        .where('cooperativeId', '=', coop.id)
        .where('id', '=', cesa.contractId)
        .execute(),
    )
    expect(await contribution(cesa, '2026-11')).toBe(0n)
    expect(await contribution(cesa, '2026-09')).toBe(10_000n)
  })

  it('is a minimum income for the months that a proof covers', async () => {
    const scheme = await givenScheme(test, coop, { exemptStatuses: ['social_minimum'] })
    const tester = await givenTester(test, coop, scheme)
    const record = (toMonth: string | null) =>
      call(test, direction, 'POST /people/:personId/situations', {
        params: { personId: tester.personId },
        body: { kind: 'social_minimum', fromMonth: '2026-09', toMonth, proof: 'Attestation CAF' },
      })
    const backwards = await record('2026-08')
    expect(backwards.problem.errors).toEqual([
      { pointer: '/body/toMonth', code: 'ends-before-start' },
    ])
    const { id } = (await record(null)).body
    expect(await contribution(tester, '2026-08')).toBe(10_000n)
    expect(await contribution(tester, '2026-10')).toBe(0n)
    const ended = await call(test, direction, 'PUT /situations/:situationId', {
      params: { situationId: id },
      body: { toMonth: '2026-10' },
      ifMatch: 1,
    })
    expect(ended.status).toBe(200)
    expect(await contribution(tester, '2026-11')).toBe(10_000n)
    const file = await call(test, direction, 'GET /people/:personId', {
      params: { personId: tester.personId },
    })
    expect(file.body.situations).toEqual([
      {
        id,
        kind: 'social_minimum',
        fromMonth: yearMonth('2026-09'),
        toMonth: '2026-10',
        proof: 'Attestation CAF',
        version: 2,
      },
    ])
  })
})

it('costs that the assembly named leave the base', async () => {
  const scheme = await givenScheme(test, coop, { floorCents: 0n, deductedCosts: ['supplies'] })
  const tester = await givenTester(test, coop, scheme)
  const id = await givenDeclaration(test, coop, tester, '2026-10', {
    lines: { sales: [saleLine(100_000n)], expenses: [expenseLine(12_000n, 2_000n)] },
  })
  const { totals } = await asCommand(test, coop.id, (ctx, tx) => previewFigures(tx, ctx, id))
  expect(totals.contribution.totalCents).toBe(9_000n)
})

describe('a simulation', () => {
  const RULES = {
    year: 2026,
    base: 'revenue',
    period: 'month',
    tiers: [{ upToCents: null, rateBp: 2_000 }],
    monthlyFloorCents: '0',
    fixedMonthlyCents: '0',
    exemptMonths: 0,
    exemptStatuses: [],
    deductedCosts: ['supplies'],
  } satisfies Api['POST /scheme-simulations']['body']

  it('counts the accepted months of a year again, and names nobody', async () => {
    const there = await givenCooperative(test, 'Coopérative Indigo')
    const accountant = await givenUser(test, there, ['accountant'])
    const scheme = await givenScheme(test, there, { floorCents: 0n })
    const simulate = (body: Partial<typeof RULES> = {}) =>
      call(test, accountant, 'POST /scheme-simulations', { body: { ...RULES, ...body } })
    for (const index of [1, 2, 3, 4, 5]) {
      expect((await simulate()).problem?.code).toBe('simulation-too-few')
      const tester = await givenTester(test, there, scheme)
      const lines = { sales: [saleLine(100_000n)], expenses: [expenseLine(12_000n, 2_000n)] }
      await givenAccepted(test, there, tester, '2026-10', { lines })
      if (index === 5) await givenAccepted(test, there, tester, '2026-11', { lines })
    }
    const simulated = await simulate()
    expect(simulated.body).toEqual({
      people: 5,
      takenCents: '60000',
      simulatedCents: '108000',
      groups: [
        {
          overCents: null,
          upToCents: null,
          people: 5,
          takenCents: '60000',
          simulatedCents: '108000',
          revenueCents: '600000',
        },
      ],
    })
    expect((await simulate({ year: 2025 })).problem.code).toBe('simulation-too-few')
  })

  it('wants tiers that an assembly can mean', async () => {
    const tiers = [
      { upToCents: '5', rateBp: 1 },
      { upToCents: '4', rateBp: 1 },
    ]
    const refused = await call(test, direction, 'POST /scheme-simulations', {
      body: { ...RULES, tiers },
    })
    expect(refused.problem.errors).toEqual([{ pointer: '/body/tiers', code: 'tiers-not-ordered' }])
  })
})
