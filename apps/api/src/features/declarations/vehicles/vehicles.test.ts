import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draft, type WireDraft } from '../../../../test/given-draft.ts'
import { givenScheme, givenTester, type TestScheme } from '../../../../test/given-money.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
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
let coop: TestCooperative
let scheme: TestScheme
let staff: Caller

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test, 'Coopérative Baobab', '2026-08')
  scheme = await givenScheme(test, coop)
  staff = await givenUser(test, coop, ['adviser', 'accountant'])
})
afterAll(() => test.close())

async function givenDriver() {
  const tester = await givenTester(test, coop, scheme)
  const caller = await givenUser(test, coop, ['tester'], { personId: tester.personId })
  return { ...tester, caller }
}

type Vehicle = { label: string; fiscalHorsepower: number; broughtKm?: number; isElectric?: boolean }
async function addVehicle(personId: string, { label, ...vehicle }: Vehicle): Promise<string> {
  const added = await call(test, staff, 'POST /people/:personId/vehicles', {
    params: { personId },
    body: {
      kind: 'car',
      label,
      isElectric: false,
      fromOn: '2026-01-01',
      broughtKm: 0,
      ...vehicle,
    },
  })
  expect(added.status).toBe(200)
  return added.body.id
}

const trip = (kmText: string, vehicleId = ''): WireDraft['trips'][number] => ({
  id: randomUUID(),
  kmText,
  reason: 'livraison',
  vehicleId,
})
const send = (caller: Caller, month: string, trips: WireDraft['trips']) =>
  call(test, caller, 'POST /me/declarations/:month/submission', {
    params: { month },
    body: draft({ trips }),
  })

/** What is paid for each trip of a month once it is accepted. */
async function paid(caller: Caller, month: string, trips: WireDraft['trips']) {
  const sent = await send(caller, month, trips)
  expect(sent.status).toBe(200)
  await call(test, staff, 'POST /declarations/acceptances', { body: { ids: [sent.body.id] } })
  const read = await call(test, caller, 'GET /me/declarations/:month', { params: { month } })
  return read.body.lines.trips.map((line) => [line.kmBefore, line.allowanceCents])
}

describe('kilometres by person, vehicle and calendar year', () => {
  it('never share a bracket between two vehicles of one person', async () => {
    const { personId, caller } = await givenDriver()
    const kangoo = await addVehicle(personId, {
      label: 'Kangoo',
      fiscalHorsepower: 5,
      broughtKm: 4900,
    })
    const clio = await addVehicle(personId, { label: 'Clio', fiscalHorsepower: 4 })
    // f(5,200) − f(4,900) = 3,251.40 − 3,116.40 for the first; 300 × 0.606 for the second.
    expect(await paid(caller, '2026-09', [trip('300', kangoo), trip('300', clio)])).toEqual([
      [4900, '13500'],
      [0, '18180'],
    ])
    expect(await paid(caller, '2026-10', [trip('100', clio), trip('100', kangoo)])).toEqual([
      [300, '6060'],
      [5200, '3570'],
    ])
  })

  it('are paid a fifth more for an electric one, and start again on 1 January', async () => {
    const { personId, caller } = await givenDriver()
    await addVehicle(personId, { label: 'Zoé', fiscalHorsepower: 3, isElectric: true })
    expect(await paid(caller, '2026-10', [trip('100')])).toEqual([[0, '6348']])
    const other = await givenDriver()
    const old = await addVehicle(other.personId, {
      label: 'Zoé',
      fiscalHorsepower: 3,
      broughtKm: 900,
    })
    await queryAsOwner(test, `update terreau.vehicle set brought_year = 2025 where id = $1`, [old])
    expect(await paid(other.caller, '2026-10', [trip('100')])).toEqual([[0, '5290']])
  })

  it('ask which vehicle when there are several, and take only those of the person and month', async () => {
    const { personId, caller } = await givenDriver()
    const first = await addVehicle(personId, { label: 'Kangoo', fiscalHorsepower: 5 })
    await addVehicle(personId, { label: 'Clio', fiscalHorsepower: 4 })
    expect((await send(caller, '2026-10', [trip('10')])).problem.errors).toEqual([
      { pointer: '/body/trips/0/vehicleId', code: 'vehicle-missing' },
    ])
    const stranger = await givenDriver()
    const foreign = await addVehicle(stranger.personId, { label: 'Autre', fiscalHorsepower: 7 })
    expect((await send(caller, '2026-10', [trip('10', foreign)])).problem.errors).toMatchObject([
      { code: 'vehicle-unknown' },
    ])
    const ended = await call(test, staff, 'POST /vehicles/:vehicleId/end', {
      params: { vehicleId: first },
      body: { untilOn: '2026-09-15' },
    })
    expect(ended.status).toBe(204)
    expect((await send(caller, '2026-10', [trip('10', first)])).problem.errors).toMatchObject([
      { code: 'vehicle-unknown' },
    ])
    expect(await paid(caller, '2026-09', [trip('10', first)])).toEqual([[0, '636']])
    const early = await call(test, staff, 'POST /vehicles/:vehicleId/end', {
      params: { vehicleId: first },
      body: { untilOn: '2025-09-15' },
    })
    expect(early.problem.errors).toMatchObject([{ code: 'ends-before-start' }])
  })
})

describe('kilometres accepted in another order than they were driven', () => {
  const accept = (id: string) =>
    call(test, staff, 'POST /declarations/acceptances', { body: { ids: [id] } })
  const undo = (id: string) =>
    call(test, staff, 'DELETE /declarations/:id/acceptance', { params: { id } })
  async function sent(caller: Caller, month: string, km: string[]): Promise<string> {
    const answer = await send(
      caller,
      month,
      km.map((one) => trip(one)),
    )
    expect(answer.status).toBe(200)
    return answer.body.id
  }
  async function paidInAll(activityId: string): Promise<bigint> {
    const [row] = await queryAsOwner<{ paid: string }>(
      test,
      `select sum(l.amount_cents)::text as paid from terreau.ledger_line l
         join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
        where a.activity_id = $1 and a.kind = 'activity_expense'`,
      [activityId],
    )
    return BigInt(row?.paid ?? '0')
  }

  it('are paid what the scale gives for the year, also after an earlier month was corrected', async () => {
    const { activityId, caller } = await givenDriver()
    const september = await sent(caller, '2026-09', ['4900'])
    const october = await sent(caller, '2026-10', ['100', '200'])
    for (const id of [october, september]) expect((await accept(id)).status).toBe(204)
    // f(5,200) at 5 CV: 5,200 × 0.357 + 1,395.
    expect(await paidInAll(activityId)).toBe(325_140n)
    expect((await undo(october)).status).toBe(204)
    expect(await paidInAll(activityId)).toBe(311_640n)
    expect((await accept(october)).status).toBe(204)
    expect((await undo(september)).status).toBe(204)
    // October alone, accepted again in the same act: 300 × 0.636.
    expect(await paidInAll(activityId)).toBe(19_080n)
    const ifMatch = (
      await call(test, staff, 'GET /declarations/:id', { params: { id: september } })
    ).body.version
    const corrected = await call(test, staff, 'PUT /declarations/:id/lines', {
      params: { id: september },
      ifMatch,
      body: {
        reason: 'Relevé du compteur',
        lines: { sales: [], expenses: [], trips: [trip('5000')] },
      },
    })
    expect(corrected.status).toBe(200)
    expect((await accept(september)).status).toBe(204)
    // f(5,300).
    expect(await paidInAll(activityId)).toBe(328_710n)
  })

  it('may be more than anybody drives: a slip of the keyboard is for staff to see', async () => {
    const { caller } = await givenDriver()
    const id = await sent(caller, '2026-10', Array(12).fill('99999'))
    expect((await accept(id)).status).toBe(204)
  })
})

describe('the receipt of an expense', () => {
  const expense = (part: Partial<WireDraft['expenses'][number]>) => ({
    id: randomUUID(),
    category: 'supplies' as const,
    label: 'tissu',
    grossText: '120',
    vatText: '20',
    spentOn: '2026-10-12',
    noReceiptReason: '' as const,
    ...part,
  })

  it('gives its VAT back only in the name of the cooperative; staff see the ceiling passed', async () => {
    const { caller } = await givenDriver()
    await queryAsOwner(
      test,
      `insert into terreau.cooperative_setting (cooperative_id, key, valid_from, value, source)
       values ($1, 'expense_ceiling_restaurant_cents', '2026-01-01', '2140', 'BOSS')`,
      [coop.id],
    )
    const sent = await call(test, caller, 'POST /me/declarations/:month/submission', {
      params: { month: '2026-10' },
      body: draft({
        expenses: [
          expense({ receiptName: 'cooperative' }),
          expense({ receiptName: 'own' }),
          expense({ receiptName: 'none' }),
          expense({ category: 'restaurant', grossText: '22', vatText: '2', receiptName: 'none' }),
        ],
      }),
    })
    expect(sent.status).toBe(200)
    const read = await call(test, staff, 'GET /declarations/:id', { params: { id: sent.body.id } })
    expect(read.body.lines.expenses.map((line) => line.recoverableVatCents)).toEqual([
      '2000',
      '0',
      '0',
      '200',
    ])
    const [, own, , meal] = read.body.lines.expenses
    const found = read.body.flags.map((flag) => [flag.code, flag.lineId])
    expect(found).toContainEqual(['receipt-in-own-name', own?.id])
    expect(found).toContainEqual(['expense-above-ceiling', meal?.id])
  })
})
