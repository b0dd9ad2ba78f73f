import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draft, typedExpense, typedSale, type WireDraft } from '../../../test/given-draft.ts'
import {
  givenDeclaration,
  givenScheme,
  givenTester,
  saleLine,
  type TestScheme,
} from '../../../test/given-money.ts'
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
  coop = await givenCooperative(test, 'Coopérative Baobab', '2026-06')
  scheme = await givenScheme(test, coop)
  staff = await givenUser(test, coop, ['adviser'], { displayName: 'Fatou Ndiaye' })
})
afterAll(() => test.close())

async function givenSent(body: WireDraft, email = '') {
  const tester = await givenTester(test, coop, scheme, { email })
  const caller = await givenUser(test, coop, ['tester'], { personId: tester.personId })
  const { body: sent } = await call(test, caller, 'POST /me/declarations/:month/submission', {
    params: { month: '2026-10' },
    body,
  })
  return { ...tester, caller, id: sent.id }
}

const seen = async (id: string) =>
  (await call(test, staff, 'GET /declarations/:id', { params: { id } })).body
const queue = async (view: 'to-review' | 'questions' | 'answered' | 'missing' | 'all') =>
  (await call(test, staff, 'GET /declarations', { query: { view, month: '2026-10' } })).body
const own = async (caller: Caller) =>
  (await call(test, caller, 'GET /me/declarations/:month', { params: { month: '2026-10' } })).body

describe('the queue', () => {
  it('shows what to review with its flags, who is missing, and counts every view', async () => {
    const quiet = await givenSent(draft())
    const loud = await givenSent(
      draft({
        sales: [
          typedSale('300', { moneyPlace: 'at_hand', paymentMeans: 'cash' }),
          typedSale('150 000', { currency: 'XOF', customerCountry: 'SN' }),
          typedSale('-20'),
        ],
        expenses: [typedExpense('151', { noReceiptReason: 'lost' })],
      }),
    )
    const away = await givenTester(test, coop, scheme, { familyName: 'Zongo' })
    const { rows, counts } = await queue('to-review')
    expect(rows.map((row) => row.id)).toEqual([quiet.id, loud.id])
    expect(rows[0]).toMatchObject({ flags: [], isNil: true, salesCents: '0', usualCents: null })
    expect(rows[1]?.flags.map((flag) => flag.code)).toEqual([
      'receipt-missing-over',
      'receipt-missing-over',
      'receipt-missing-over',
      'new-currency',
      'cash-at-hand',
      'negative-sale',
    ])
    expect((await queue('missing')).rows).toMatchObject([
      { id: null, personId: away.personId, state: 'missing' },
    ])
    expect(counts).toMatchObject({ 'to-review': 2, missing: 1, questions: 0, all: 3 })
    expect((await seen(loud.id)).flags).toEqual(rows[1]?.flags)
  })

  it('compares with the median of the last three months', async () => {
    const tester = await givenTester(test, coop, scheme)
    for (const [month, amount] of [
      ['2026-07', 10_000n],
      ['2026-08', 90_000n],
      ['2026-09', 20_000n],
    ] as const) {
      await givenDeclaration(test, coop, tester, month, { lines: { sales: [saleLine(amount)] } })
    }
    const caller = await givenUser(test, coop, ['tester'], { personId: tester.personId })
    const { body } = await call(test, caller, 'POST /me/declarations/:month/submission', {
      params: { month: '2026-10' },
      body: draft({ sales: [typedSale('600')] }),
    })
    const row = (await queue('to-review')).rows.find(({ id }) => id === body.id)
    expect(row).toMatchObject({ salesCents: '60000', usualCents: '20000' })
    expect(row?.flags.map((flag) => flag.code)).toContain('three-times-usual')
  })

  it('is closed to testers and readable by observers, who decide nothing', async () => {
    const { caller, id } = await givenSent(draft())
    expect((await call(test, caller, 'GET /declarations')).status).toBe(403)
    const observer = await givenUser(test, coop, ['observer'])
    expect((await call(test, observer, 'GET /declarations')).status).toBe(200)
    const options = { params: { id }, ifMatch: 2 }
    const refused = await call(test, observer, 'POST /declarations/:id/acceptance', options)
    expect(refused.status).toBe(403)
  })
})

describe('a verdict', () => {
  it('accepts what was read, undoes it, and accepts several at once', async () => {
    const one = await givenSent(draft({ sales: [typedSale('100')] }))
    const two = await givenSent(draft())
    const { version } = await seen(one.id)
    const params = { id: one.id }
    const stale = await call(test, staff, 'POST /declarations/:id/acceptance', {
      params,
      ifMatch: version + 1,
    })
    expect(stale.problem.code).toBe('version-changed')
    const done = await call(test, staff, 'POST /declarations/:id/acceptance', {
      params,
      ifMatch: version,
    })
    expect(done.status).toBe(204)
    expect((await own(one.caller)).state).toBe('accepted')
    const undone = await call(test, staff, 'DELETE /declarations/:id/acceptance', { params })
    expect(undone.status).toBe(204)
    expect((await seen(one.id)).state).toBe('submitted')
    const body = { ids: [one.id, two.id] }
    const both = await call(test, staff, 'POST /declarations/acceptances', { body })
    expect(both.status).toBe(204)
    expect((await seen(two.id)).state).toBe('accepted')
  })

  it('asks on a line, and the answer brings it back to the queue', async () => {
    const { id, caller } = await givenSent(draft({ sales: [typedSale('100')] }), 'awa@exemple.test')
    const lineId = (await seen(id)).lines.sales[0]?.id ?? ''
    const asked = await call(test, staff, 'POST /declarations/:id/questions', {
      params: { id },
      body: { lineId, text: 'C’est quoi, ce virement ?' },
    })
    expect(asked.status).toBe(200)
    const waiting = await own(caller)
    expect(waiting).toMatchObject({ state: 'question', questions: [{ lineId, answer: null }] })
    const months = await call(test, caller, 'GET /me/months')
    expect(months.body.months[0]?.waitingQuestions).toBe(1)
    expect((await queue('questions')).rows.map((row) => row.id)).toContain(id)
    const params = { questionId: asked.body.questionId }
    const answer = { params, body: { text: 'Un acompte.' } }
    const stranger = await givenSent(draft())
    const foreign = await call(
      test,
      stranger.caller,
      'POST /me/questions/:questionId/answer',
      answer,
    )
    expect(foreign.status).toBe(404)
    await call(test, caller, 'POST /me/questions/:questionId/answer', answer)
    expect((await queue('answered')).rows).toMatchObject([{ id, hasAnswer: true }])
    expect((await seen(id)).questions[0]?.answer).toBe('Un acompte.')
    const twice = await call(test, caller, 'POST /me/questions/:questionId/answer', answer)
    expect(twice.problem.code).toBe('question-already-answered')
  })

  it('takes a question back before its message leaves', async () => {
    const { id, caller } = await givenSent(draft(), 'binta@exemple.test')
    const asked = await call(test, staff, 'POST /declarations/:id/questions', {
      params: { id },
      body: { lineId: null, text: 'Rien du tout ?' },
    })
    const leavesAt = new Date(asked.body.mailLeavesAt ?? 0).getTime()
    expect(leavesAt - Date.now()).toBeGreaterThan(4.5 * 60_000)
    const params = { id, questionId: asked.body.questionId }
    await call(test, staff, 'DELETE /declarations/:id/questions/:questionId', { params })
    expect(await own(caller)).toMatchObject({ state: 'submitted', questions: [] })
    const mail = await asCommand(test, coop.id, (_ctx, tx) =>
      tx
        .selectFrom('mail')
        .select('id')
        .where('toAddress', '=', 'binta@exemple.test')
        .executeTakeFirstOrThrow(),
    )
    await runJob(test, sendMailJob, { cooperativeId: coop.id, mailId: mail.id })
    expect(test.delivered).toEqual([])
  })

  it('corrects a line with a reason that the person reads', async () => {
    const { id, caller } = await givenSent(draft({ sales: [typedSale('100')] }))
    const { version, lines } = await seen(id)
    const sale = typedSale('110', { id: lines.sales[0]?.id ?? '' })
    const body = {
      reason: 'Le reçu dit 110 €.',
      lines: {
        sales: [{ ...sale, amountKind: 'gross' as const, vatRateBp: 1_000 }],
        expenses: [],
        trips: [],
      },
    }
    const params = { id }
    const put = (ifMatch: number, sent = body) =>
      call(test, staff, 'PUT /declarations/:id/lines', { params, body: sent, ifMatch })
    expect((await put(version - 1)).problem.code).toBe('version-changed')
    const corrected = await put(version)
    expect(corrected.body.version).toBe(version + 1)
    const told = await own(caller)
    expect(told.lines.sales[0]).toMatchObject({ euroCents: '11000', vatRateBp: 1_000 })
    expect(told.events.at(-1)).toMatchObject({
      action: 'declaration.corrected',
      by: 'Fatou Ndiaye',
      reason: 'Le reçu dit 110 €.',
    })
    const ifMatch = version + 1
    await call(test, staff, 'POST /declarations/:id/acceptance', { params, ifMatch })
    const tooLate = await put(version + 2)
    expect(tooLate.problem.code).toBe('declaration-act-not-allowed')
  })
})
