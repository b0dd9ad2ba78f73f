import { randomUUID } from 'node:crypto'
import { readChecks } from '@terreau/db/checks'
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
let own: Caller
let id: string

/** The same lines each time they are sent: what was paid before is paid still. */
const LINES = {
  expenses: [typedExpense('12'), typedExpense('8', { category: 'train' }), typedExpense('3')],
  trips: [{ id: randomUUID(), kmText: '10', reason: 'livraison' }],
}

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  accountant = await givenUser(test, coop, ['accountant'])
  const tester = await givenTester(test, coop, await givenScheme(test, coop))
  own = await givenUser(test, coop, ['tester'], { personId: tester.personId })
  id = await send()
})
afterAll(() => test.close())

it('says of each month what its lines say, whatever is done to them and taken back', async () => {
  const act = (name: 'pay' | 'undo-payment', which: number) => settle(name, [which])
  const steps: readonly (() => Promise<unknown>)[] = [
    accept,
    () => act('pay', 0),
    () => act('pay', 3),
    makeFile,
    () => settle('pay', [1, 2]),
    undo,
    giveBack,
    send,
    () => act('undo-payment', 1),
    accept,
    makeFile,
    () => act('undo-payment', 0),
    undo,
    () => act('undo-payment', 3),
    giveBack,
    send,
    accept,
  ]
  for (const [n, step] of steps.entries()) {
    await step()
    expect(await drift(), `after step ${n}`).toEqual([])
  }
  const { body } = await call(test, accountant, 'GET /expenses', { query: { view: 'paid' } })
  expect(body).toMatchObject({ total: 1, dueCents: '2636', toExport: 2 })
})

it('counts once what two people do at the same time', async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    await Promise.all([undo(), makeFile(), settle('pay', [0]), settle('undo-payment', [2])])
    expect(await drift()).toEqual([])
    await Promise.all([accept(), settle('undo-payment', [0]), settle('pay', [2])])
    expect(await drift()).toEqual([])
  }
})

async function send(): Promise<string> {
  const sent = await call(test, own, 'POST /me/declarations/:month/submission', {
    params: { month: '2026-10' },
    body: draft(LINES),
  })
  return sent.body.id
}

function accept() {
  return call(test, accountant, 'POST /declarations/acceptances', { body: { ids: [id] } })
}

function undo() {
  return call(test, accountant, 'DELETE /declarations/:id/acceptance', { params: { id } })
}

async function giveBack(): Promise<void> {
  const [row] = await queryAsOwner<{ version: number }>(
    test,
    'select version from terreau.declaration where id = $1',
    [id],
  )
  const answer = await call(test, accountant, 'POST /declarations/:id/return', {
    params: { id },
    body: { reason: 'À refaire' },
    ifMatch: row?.version ?? 0,
  })
  expect(answer.status).toBe(200)
}

function makeFile() {
  return call(test, accountant, 'POST /expenses/exports')
}

async function settle(act: 'pay' | 'undo-payment', which: readonly number[]): Promise<void> {
  const ids = [...LINES.expenses, ...LINES.trips].map((line) => line.id)
  await call(test, accountant, 'POST /expenses/acts', {
    body: {
      act,
      lines: which.map((n) => ({ declarationId: id, lineId: ids[n] ?? '' })),
      doneOn: '2026-11-02',
      reference: '',
    },
  })
}

async function drift() {
  const check = readChecks().find(({ name }) => name === 'expense-months-equal-their-lines')
  return await queryAsOwner(test, check?.sql ?? '', [])
}
