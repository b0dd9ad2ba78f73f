import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { draft } from '../../../../test/given-draft.ts'
import { givenScheme, givenTester, type TestScheme } from '../../../../test/given-money.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
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
} from '../../../../test/test-app.ts'
import { sendMailJob } from '../../../platform/mail/queue-mail.ts'
import { insertFact } from '../../onboarding/facts/insert-fact.ts'
import { remindDeclarationsJob } from './remind.job.ts'

let test: TestApp
let coop: TestCooperative
let scheme: TestScheme
let staff: Caller

beforeAll(async () => {
  test = await createTestApp()
})
afterAll(() => test.close())
beforeEach(async () => {
  test.setToday('2026-11-02')
  coop = await givenCooperative(test)
  scheme = await givenScheme(test, coop)
  staff = await givenUser(test, coop, ['adviser'], { displayName: 'Fatou Ndiaye' })
})

const month = '2026-10'
const night = () => runJob(test, remindDeclarationsJob, { cooperativeId: coop.id })
const list = async () =>
  (await call(test, staff, 'GET /months/:month/missing-declarations', { params: { month } })).body
const remind = () =>
  call(test, staff, 'POST /months/:month/declaration-reminders', { params: { month } })

async function givenPerson(wants?: string) {
  const email = `${randomUUID().slice(0, 8)}@exemple.test`
  const tester = await givenTester(test, coop, scheme, { email })
  if (wants !== undefined) {
    await asCommand(test, coop.id, (ctx, tx) =>
      insertFact(tx, ctx, {
        personId: tester.personId,
        kind: 'channel',
        value: wants,
        validFrom: ctx.today,
        saidBy: 'person',
      }),
    )
  }
  const caller = await givenUser(test, coop, ['tester'], { personId: tester.personId })
  return { ...tester, caller }
}

const mails = () =>
  queryAsOwner<{ id: string; toName: string; cancelled: boolean }>(
    test,
    `select id, to_name as "toName", cancelled_at is not null as cancelled from terreau.mail
      where cooperative_id = $1 and template = 'declaration-reminder'`,
    [coop.id],
  )
const noteCall = (personId: string, answer: 'will_declare' | 'no_answer', day = '2026-11-02') =>
  call(test, staff, 'POST /people/:personId/declaration-calls', {
    params: { personId },
    body: { month, doneOn: day, answer, step: 'wait', nextOn: null, note: 'demain soir' },
  })

describe('reminders of a month', () => {
  it('leave on the planned days, once, to whoever reads mails and has not declared', async () => {
    await givenPerson()
    await givenPerson('whatsapp')
    const nil = await givenPerson()
    const sent = await call(test, nil.caller, 'POST /me/declarations/:month/submission', {
      params: { month },
      body: draft(),
    })
    expect(sent.status).toBe(200)
    await night()
    await night()
    expect(await mails()).toHaveLength(1)
    test.setToday('2026-11-03')
    await night()
    expect(await mails()).toHaveLength(1)
    test.setToday('2026-11-04')
    await night()
    expect(await mails()).toHaveLength(2)
  })

  it('never leave after the last day, neither by the clock nor by staff', async () => {
    await givenPerson()
    test.setToday('2026-11-06')
    await night()
    expect(await mails()).toEqual([])
    expect((await remind()).problem).toMatchObject({
      code: 'reminder-too-late',
      params: { deadlineOn: '2026-11-05' },
    })
    expect(await list()).toMatchObject({ isPast: true, mailable: 0, total: 1 })
  })

  it('that still wait when the day is past are dropped, not sent', async () => {
    await givenPerson()
    await night()
    const [mail] = await mails()
    test.setToday('2026-11-06')
    const before = test.delivered.length
    await runJob(test, sendMailJob, { cooperativeId: coop.id, mailId: mail?.id ?? '' })
    expect(test.delivered).toHaveLength(before)
    expect(await mails()).toMatchObject([{ cancelled: true }])
  })

  it('stop once staff spoke with the person, and go on when nobody answered', async () => {
    const [spoken, silent] = [await givenPerson(), await givenPerson()]
    expect((await noteCall(spoken.personId, 'will_declare')).status).toBe(200)
    expect((await noteCall(silent.personId, 'no_answer')).status).toBe(200)
    await night()
    test.setToday('2026-11-04')
    await night()
    expect((await mails()).map((mail) => mail.toName)).toHaveLength(2)
    const people = (await list()).people
    const of = (id: string) => people.find((row) => row.personId === id)
    expect(of(spoken.personId)).toMatchObject({ hasSpoken: true, reminders: 0 })
    expect(of(silent.personId)).toMatchObject({ hasSpoken: false, reminders: 2 })
    expect(of(spoken.personId)?.contacts[0]).toMatchObject({
      kind: 'call',
      by: 'Fatou Ndiaye',
      answer: 'will_declare',
      note: 'demain soir',
    })
  })

  it('by staff count with the others, three at most and one a day', async () => {
    await givenPerson()
    for (const [day, mailed] of [
      ['02', 1],
      ['02', 0],
      ['03', 1],
      ['04', 1],
      ['05', 0],
    ] as const) {
      test.setToday(`2026-11-${day}`)
      expect((await remind()).body).toEqual({ mailed })
    }
  })

  it('leave out what was put off to a later month', async () => {
    const tester = await givenPerson()
    await queryAsOwner(
      test,
      `insert into terreau.month_decision (cooperative_id, month, activity_id, person_id, decision, reason, decided_by)
       values ($1, $2, $3, $4, 'postponed', 'voyage', 'cli:test')`,
      [coop.id, month, tester.activityId, tester.personId],
    )
    await night()
    expect(await mails()).toEqual([])
    expect((await list()).people).toMatchObject([{ state: 'postponed' }])
  })
})

describe('a call', () => {
  it('has happened, and what comes next is after it', async () => {
    const { personId } = await givenPerson()
    expect((await noteCall(personId, 'no_answer', '2026-11-03')).problem.errors).toMatchObject([
      { pointer: '/body/doneOn', code: 'date-not-yet' },
    ])
    const early = await call(test, staff, 'POST /people/:personId/declaration-calls', {
      params: { personId },
      body: {
        month,
        doneOn: '2026-11-02',
        answer: 'needs_help',
        step: 'call_again',
        nextOn: '2026-11-01',
        note: '',
      },
    })
    expect(early.problem.errors).toMatchObject([{ code: 'next-before-call' }])
    const unknown = await call(test, staff, 'POST /people/:personId/declaration-calls', {
      params: { personId: randomUUID() },
      body: {
        month,
        doneOn: '2026-11-02',
        answer: 'needs_help',
        step: 'none',
        nextOn: null,
        note: '',
      },
    })
    expect(unknown.status).toBe(404)
  })
})

describe('the address of a month', () => {
  it('is handed over by staff, counts as a reminder, and opens nothing by itself', async () => {
    const { personId } = await givenPerson('whatsapp')
    const [row] = (await list()).people
    expect(row?.share.text).toContain(`/moi/declarer/${month}`)
    const noted = await call(test, staff, 'POST /people/:personId/declaration-shares', {
      params: { personId },
      body: { month, by: 'whatsapp' },
    })
    expect(noted.status).toBe(200)
    expect((await list()).people).toMatchObject([{ reminders: 1, hasSpoken: false }])

    const count = () =>
      queryAsOwner<{ n: number }>(
        test,
        'select count(*)::integer as n from terreau.declaration where cooperative_id = $1',
        [coop.id],
      )
    const path = `http://localhost:3000/api/me/declarations/${month}`
    const headers = { host: 'localhost:3000', origin: 'http://localhost:3000' }
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE']) {
      for (const end of ['', '/draft', '/submission']) {
        const answer = await test.app.hono.request(path + end, { method, headers })
        expect([401, 404, 405]).toContain(answer.status)
        expect(answer.headers.get('set-cookie')).toBeNull()
      }
    }
    expect(await count()).toEqual([{ n: 0 }])
    const stranger = await givenUser(test, coop, ['tutor'])
    const read = await call(test, stranger, 'GET /me/declarations/:month', { params: { month } })
    expect(read.status).toBe(403)
  })

  it('read by the person signed in declares nothing either', async () => {
    const { caller } = await givenPerson()
    const read = await call(test, caller, 'GET /me/declarations/:month', { params: { month } })
    expect(read.body).toMatchObject({ state: 'none', id: null })
    expect((await list()).people).toMatchObject([{ state: 'missing' }])
  })
})
