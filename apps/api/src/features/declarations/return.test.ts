import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draft, typedExpense, typedSale, type WireDraft } from '../../../test/given-draft.ts'
import {
  givenDeclaration,
  givenScheme,
  givenTester,
  type TestScheme,
} from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  asCommand,
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  runJob,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { sendMailJob } from '../../platform/mail/queue-mail.ts'

let test: TestApp
let coop: TestCooperative
let scheme: TestScheme
let staff: Caller

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test, 'Coopérative Baobab', '2026-10')
  scheme = await givenScheme(test, coop)
  staff = await givenUser(test, coop, ['adviser'], { displayName: 'Fatou Ndiaye' })
})
afterAll(() => test.close())

const october = { month: '2026-10' }
const REASON = 'Le total ne va pas avec vos reçus.'

async function givenSent(body: WireDraft, email = '') {
  const tester = await givenTester(test, coop, scheme, { email })
  const caller = await givenUser(test, coop, ['tester'], { personId: tester.personId })
  const send = (sent: WireDraft) =>
    call(test, caller, 'POST /me/declarations/:month/submission', { params: october, body: sent })
  return { ...tester, caller, send, id: (await send(body)).body.id }
}

const seen = async (id: string) => call(test, staff, 'GET /declarations/:id', { params: { id } })
const own = async (caller: Caller) =>
  (await call(test, caller, 'GET /me/declarations/:month', { params: october })).body
const giveBack = (id: string, ifMatch: number, by = staff) =>
  call(test, by, 'POST /declarations/:id/return', {
    params: { id },
    body: { reason: REASON },
    ifMatch,
  })
const undo = (id: string) =>
  call(test, staff, 'DELETE /declarations/:id/return', { params: { id } })

describe('a declaration that staff refuse', () => {
  it('goes back to the person as a draft with the reason, and counts as missing', async () => {
    const typed = draft({ sales: [typedSale('100')], expenses: [typedExpense('20')] })
    const { id, caller, personId, send } = await givenSent(typed, 'awa@exemple.test')
    const { version } = (await seen(id)).body
    expect((await giveBack(id, version, caller)).status).toBe(403)
    expect((await giveBack(id, version + 1)).problem.code).toBe('version-changed')
    expect((await giveBack(id, version)).status).toBe(200)

    const mine = await own(caller)
    expect(mine).toMatchObject({
      state: 'draft',
      returned: { reason: REASON, by: 'Fatou Ndiaye' },
      draft: { clientId: typed.clientId, sales: [{ amountText: '100' }] },
      lines: { sales: [], expenses: [] },
    })
    const { months } = (await call(test, caller, 'GET /me/months')).body
    expect(months[0]).toMatchObject({ state: 'draft', isReturned: true, salesCents: null })
    const missing = await call(test, staff, 'GET /declarations', {
      query: { view: 'missing', month: '2026-10' },
    })
    expect(missing.body.rows.find((row) => row.personId === personId)).toMatchObject({
      id: null,
      state: 'returned',
    })
    const calls = await call(test, staff, 'GET /months/:month/missing-declarations', {
      params: october,
    })
    expect(calls.body.people.find((row) => row.personId === personId)?.state).toBe('returned')
    const checks = await call(test, staff, 'GET /closings/:month/checks', { params: october })
    const names = checks.body.checks.find((check) => check.code === 'declarations-missing')
    expect(JSON.stringify(names)).toContain(personId)

    const mail = await mailTo('awa@exemple.test')
    await runJob(test, sendMailJob, { cooperativeId: coop.id, mailId: mail.id })
    expect(test.delivered.at(-1)?.text).toContain(REASON)

    const again = { ...typed, sales: [typedSale('120')] }
    expect((await send(again)).status).toBe(200)
    expect(await own(caller)).toMatchObject({ state: 'submitted', returned: null })
    const reviewed = (await seen(id)).body
    expect(reviewed.events.map((event) => event.action)).toContain('declaration.returned')
    expect((await undo(id)).problem.code).toBe('declaration-act-not-allowed')
  })

  it('comes back exactly as it was while nothing was changed, corrections and questions included', async () => {
    const { id, caller } = await givenSent(
      draft({ sales: [typedSale('100')], expenses: [typedExpense('20')] }),
      'binta@exemple.test',
    )
    const sale = (await seen(id)).body
    await call(test, staff, 'PUT /declarations/:id/lines', {
      params: { id },
      ifMatch: sale.version,
      body: {
        reason: 'Le reçu dit 110 €.',
        lines: {
          sales: [
            {
              ...typedSale('110', { id: sale.lines.sales[0]?.id ?? '' }),
              amountKind: 'gross',
              vatRateBp: 1_000,
            },
          ],
          expenses: [typedExpense('20', { id: sale.lines.expenses[0]?.id ?? '' })],
          trips: [],
        },
      },
    })
    await call(test, staff, 'POST /declarations/:id/questions', {
      params: { id },
      body: { lineId: null, text: 'Est-ce tout ?' },
    })
    const before = (await seen(id)).body
    await giveBack(id, before.version)
    expect((await seen(id)).status).toBe(404)
    expect((await own(caller)).questions).toEqual([])
    expect((await undo(id)).status).toBe(204)
    const after = (await seen(id)).body
    expect(after.lines).toEqual(before.lines)
    expect(after.questions).toEqual(before.questions)
    expect(after.state).toBe('question')
    expect(await own(caller)).toMatchObject({ returned: null })
    const mails = await asCommand(test, coop.id, (_ctx, tx) =>
      tx.selectFrom('mail').select('id').where('toAddress', '=', 'binta@exemple.test').execute(),
    )
    const delivered = test.delivered.length
    for (const mail of mails) {
      await runJob(test, sendMailJob, { cooperativeId: coop.id, mailId: mail.id })
    }
    expect(test.delivered).toHaveLength(delivered)
  })

  it('comes back from rows that were kept before a column was added, or with one that is gone', async () => {
    const typed = draft({ sales: [typedSale('100')], expenses: [typedExpense('20')] })
    const { id } = await givenSent(typed)
    const before = (await seen(id)).body
    await giveBack(id, before.version)
    // As a migration between the two acts leaves it: `not null` columns with a default, unknown to the kept rows.
    await queryAsOwner(
      test,
      `alter table terreau.sale_line add column later_on text not null default 'new';
       alter table terreau.expense_line add column later_on integer not null default 7`,
    )
    await queryAsOwner(
      test,
      `update terreau.declaration set returned_lines = jsonb_set(returned_lines, '{sale_line,0,gone}', '"old"')
        where id = $1`,
      [id],
    )
    expect((await undo(id)).status).toBe(204)
    expect((await seen(id)).body.lines).toEqual(before.lines)
    const [kept] = await queryAsOwner<{ sale: string; expense: number }>(
      test,
      `select s.later_on as sale, e.later_on as expense from terreau.sale_line s
         join terreau.expense_line e using (declaration_id) where s.declaration_id = $1`,
      [id],
    )
    expect(kept).toEqual({ sale: 'new', expense: 7 })
    await queryAsOwner(
      test,
      `alter table terreau.sale_line drop column later_on; alter table terreau.expense_line drop column later_on`,
    )
  })

  it('is not taken back over what the person has changed since', async () => {
    const typed = draft({ sales: [typedSale('100')] })
    const { id, caller } = await givenSent(typed)
    await giveBack(id, (await seen(id)).body.version)
    const { version } = await own(caller)
    await call(test, caller, 'PUT /me/declarations/:month/draft', {
      params: october,
      body: { ...typed, sales: [typedSale('90')] },
      ifMatch: version ?? 0,
    })
    expect((await undo(id)).problem.code).toBe('declaration-return-answered')
    expect((await own(caller)).returned?.reason).toBe(REASON)
  })

  it('is refused for what nobody typed, and for what is accepted', async () => {
    const tester = await givenTester(test, coop, scheme)
    const untyped = await givenDeclaration(test, coop, tester, '2026-10')
    const first = (await seen(untyped)).body
    expect((await giveBack(untyped, first.version)).problem.code).toBe('declaration-not-typed')
    const { id } = await givenSent(draft())
    const { version } = (await seen(id)).body
    await call(test, staff, 'POST /declarations/:id/acceptance', {
      params: { id },
      ifMatch: version,
    })
    const late = await giveBack(id, version + 1)
    expect(late.problem.code).toBe('declaration-act-not-allowed')
  })
})

function mailTo(address: string) {
  return asCommand(test, coop.id, (_ctx, tx) =>
    tx.selectFrom('mail').select('id').where('toAddress', '=', address).executeTakeFirstOrThrow(),
  )
}
