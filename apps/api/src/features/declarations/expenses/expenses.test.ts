import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { draft, typedExpense } from '../../../../test/given-draft.ts'
import { givenScheme, givenTester } from '../../../../test/given-money.ts'
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
let accountant: Caller
let declarationId: string

const list = async (view: 'to-pay' | 'paid' | 'all' = 'to-pay') =>
  (await call(test, accountant, 'GET /expenses', { query: { view } })).body
type Act = 'pay' | 'undo-payment' | 'see-receipt' | 'unsee-receipt'
const note = (act: Act, lineIds: readonly string[], doneOn = '2026-11-02') =>
  call(test, accountant, 'POST /expenses/acts', {
    body: {
      act,
      lines: lineIds.map((lineId) => ({ declarationId, lineId })),
      doneOn,
      reference: 'VIR 12',
    },
  })
const accept = () =>
  call(test, accountant, 'POST /declarations/acceptances', { body: { ids: [declarationId] } })

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  const scheme = await givenScheme(test, coop)
  accountant = await givenUser(test, coop, ['accountant'], { displayName: 'Omar Diallo' })
  const tester = await givenTester(test, coop, scheme)
  const caller = await givenUser(test, coop, ['tester'], { personId: tester.personId })
  const sent = await call(test, caller, 'POST /me/declarations/:month/submission', {
    params: { month: '2026-10' },
    body: draft({
      expenses: [
        typedExpense('120', { vatText: '20', label: '=tissu' }),
        typedExpense('30,50', { category: 'train' }),
      ],
      trips: [{ id: randomUUID(), kmText: '100', reason: 'livraison' }],
    }),
  })
  declarationId = sent.body.id
})
afterAll(() => test.close())

it('is owed nothing before it is approved', async () => {
  expect(await list('all')).toMatchObject({ total: 0, dueCents: '0', toExport: 0 })
  expect((await note('pay', [randomUUID()])).problem.code).toBe('expense-act-not-allowed')
})

it('is owed, once approved, exactly what the books owe to suppliers', async () => {
  await accept()
  const { rows, dueCents, toExport } = await list()
  // 120.00 + 30.50 + 100 km at 0.636.
  expect([dueCents, toExport, rows.length]).toEqual(['21410', 3, 3])
  const [ledger] = await queryAsOwner<{ owed: string }>(
    test,
    `select (-sum(l.amount_cents))::text as owed from terreau.ledger_line l
       join terreau.account a on a.cooperative_id = l.cooperative_id and a.id = l.account_id
      where l.cooperative_id = $1 and a.kind = 'suppliers'`,
    [coop.id],
  )
  expect(ledger?.owed).toBe(dueCents)
  expect(rows[0]).toMatchObject({
    approval: { by: 'Omar Diallo' },
    receipt: { state: 'missing', seen: null },
    payment: null,
    export: null,
  })
})

it('goes in one file only, which stays as it was made', async () => {
  const made = await call(test, accountant, 'POST /expenses/exports')
  expect(made.body).toMatchObject({ lines: 3, totalCents: '21410' })
  const again = await call(test, accountant, 'POST /expenses/exports')
  expect(again.problem.code).toBe('nothing-to-export')
  const read = () =>
    call(test, accountant, 'GET /expenses/exports/:expenseExportId', {
      params: { expenseExportId: made.body.exportId },
    })
  const first = new TextDecoder().decode(await (await read()).bytes())
  expect(first).toContain(";fournitures;'=tissu;120,00")
  expect(first).toContain(';kilometres;100 km, livraison;63,60')
  // Exported is not paid.
  expect(await list()).toMatchObject({ dueCents: '21410', toExport: 0 })
  await note('pay', [(await list()).rows[0]?.lineId ?? ''])
  expect(new TextDecoder().decode(await (await read()).bytes())).toBe(first)
})

it('is paid without its receipt, and its receipt is seen without being paid', async () => {
  const [paid] = (await list('paid')).rows
  expect(paid).toMatchObject({
    payment: { by: 'Omar Diallo', on: '2026-11-02', amountCents: '12000', reference: 'VIR 12' },
    receipt: { seen: null },
  })
  const train = (await list()).rows.find((row) => row.category === 'train')
  expect((await note('see-receipt', [train?.lineId ?? ''])).status).toBe(204)
  const seen = (await list()).rows.find((row) => row.category === 'train')
  expect(seen).toMatchObject({ payment: null, receipt: { seen: { by: 'Omar Diallo' } } })
})

it('is paid once, by all its lines or by none, and not tomorrow', async () => {
  const [paid] = (await list('paid')).rows
  const [due] = (await list()).rows
  const both = [paid?.lineId ?? '', due?.lineId ?? '']
  expect((await note('pay', both)).problem.code).toBe('expense-act-not-allowed')
  expect((await list('paid')).total).toBe(1)
  expect((await note('pay', [due?.lineId ?? ''], '2026-11-03')).problem.errors).toMatchObject([
    { code: 'date-not-yet' },
  ])
  const trip = (await list()).rows.find((row) => row.kind === 'trip')
  expect((await note('see-receipt', [trip?.lineId ?? ''])).status).toBe(409)
  const twins = await Promise.all([1, 2].map(() => note('pay', [due?.lineId ?? ''])))
  expect(twins.map((answer) => answer.status).toSorted()).toEqual([204, 409])
})

it('stays paid when its acceptance is taken back, and says that it is approved no more', async () => {
  await call(test, accountant, 'DELETE /declarations/:id/acceptance', {
    params: { id: declarationId },
  })
  expect((await list()).total).toBe(0)
  const { rows } = await list('paid')
  expect(rows.map((row) => row.approval)).toEqual([null, null])
  expect((await note('undo-payment', [rows[0]?.lineId ?? ''])).status).toBe(204)
  expect((await list('paid')).total).toBe(1)
})

it('is settled by accountants and the direction only', async () => {
  const adviser = await givenUser(test, coop, ['adviser'])
  expect((await call(test, adviser, 'GET /expenses', { query: {} })).status).toBe(200)
  expect((await call(test, adviser, 'POST /expenses/exports')).status).toBe(403)
})
