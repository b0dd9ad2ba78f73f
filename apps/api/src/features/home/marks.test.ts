import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenScheme, givenTester } from '../../../test/given-money.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
} from '../../../test/test-app.ts'

let test: TestApp

beforeAll(async () => {
  test = await createTestApp()
})
afterAll(() => test.close())

/** Somebody whose contract ends on 20 December, and whose October is missing. */
async function givenPlace() {
  const cooperative = await givenCooperative(test, `Coop ${randomUUID().slice(0, 6)}`)
  const scheme = await givenScheme(test, cooperative)
  const tester = await givenTester(test, cooperative, scheme, {
    kind: 'CAPE',
    endsOn: '2026-12-20',
  })
  return {
    cooperative,
    adviser: await givenUser(test, cooperative, ['adviser'], { displayName: 'Nour Martin' }),
    ending: { kind: 'contract-ending', targetId: tester.contractId } as const,
    missing: {
      kind: 'missing-declaration',
      targetId: `${tester.activityId} ${tester.personId}`,
    } as const,
    tester,
  }
}

async function kindsFor(caller: Caller, query: Parameters<typeof queue>[1] = {}) {
  return (await queue(caller, query)).items.map((item) => item.kind)
}
async function queue(
  caller: Caller,
  query: {
    view?: 'waiting' | 'snoozed'
    inCharge?: string
    personId?: string
    topic?: 'contracts'
  },
) {
  const answer = await call(test, caller, 'GET /home/queue', { query })
  expect(answer.status).toBe(200)
  return answer.body
}
const snooze = (
  caller: Caller,
  body: {
    kind: 'contract-ending' | 'missing-declaration'
    targetId: string
    until: string
    reason?: string
  },
) => call(test, caller, 'POST /home/snoozes', { body: { reason: 'attend un papier', ...body } })

describe('putting aside', () => {
  it('hides a thing until its day, with its reason, and it comes back by itself', async () => {
    const { adviser, ending } = await givenPlace()
    expect((await snooze(adviser, { ...ending, until: '2026-11-10' })).status).toBe(200)
    expect(await kindsFor(adviser)).toEqual(['missing-declaration'])
    const aside = await queue(adviser, { view: 'snoozed' })
    expect(aside.snoozed).toBe(1)
    expect(aside.items).toMatchObject([
      { kind: 'contract-ending', snoozed: { until: '2026-11-10', reason: 'attend un papier' } },
    ])
    test.setToday('2026-11-10')
    expect(await kindsFor(adviser)).toEqual(['missing-declaration', 'contract-ending'])
    test.setToday('2026-11-02')
  })

  it('never goes past a day that a contract sets, and says which', async () => {
    const { adviser, ending } = await givenPlace()
    const late = await snooze(adviser, { ...ending, until: '2026-12-21' })
    expect(late.status).toBe(400)
    expect(late.problem?.errors).toEqual([
      { pointer: '/body/until', code: 'snooze-past-due', params: { dueOn: '20 décembre 2026' } },
    ])
    const now = await snooze(adviser, { ...ending, until: '2026-11-02' })
    expect(now.problem?.errors).toMatchObject([{ code: 'snooze-not-ahead' }])
    expect((await snooze(adviser, { ...ending, until: '2026-12-20' })).status).toBe(200)
  })

  it('takes back at once what was put aside, and keeps who did what', async () => {
    const { adviser, ending } = await givenPlace()
    await snooze(adviser, { ...ending, until: '2026-11-10' })
    expect((await call(test, adviser, 'POST /home/wakings', { body: ending })).status).toBe(200)
    expect(await kindsFor(adviser)).toContain('contract-ending')
    expect((await call(test, adviser, 'POST /home/wakings', { body: ending })).status).toBe(404)
    const history = await call(test, adviser, 'GET /home/marks', { query: ending })
    expect(history.body.marks).toMatchObject([
      { mark: 'snoozed', untilOn: '2026-11-10', setBy: 'Nour Martin', endedBy: 'Nour Martin' },
    ])
  })

  it('refuses what does not wait, and whoever may not', async () => {
    const { adviser, cooperative, ending } = await givenPlace()
    const unknown = { kind: 'contract-ending' as const, targetId: randomUUID() }
    expect((await snooze(adviser, { ...unknown, until: '2026-11-10' })).status).toBe(404)
    const elsewhere = await givenPlace()
    expect((await snooze(elsewhere.adviser, { ...ending, until: '2026-11-10' })).status).toBe(404)
    for (const role of ['observer', 'tester'] as const) {
      const caller = await givenUser(test, cooperative, [role])
      expect((await snooze(caller, { ...ending, until: '2026-11-10' })).status).toBe(403)
    }
  })
})

describe('giving to a colleague', () => {
  it('shows it under their name until it is given back', async () => {
    const { adviser, cooperative, missing } = await givenPlace()
    const colleague = await givenUser(test, cooperative, ['accountant'], {
      displayName: 'Fatou B.',
    })
    const body = { ...missing, userId: colleague.userId }
    expect((await call(test, adviser, 'POST /home/assignments', { body })).status).toBe(200)
    const mine = await queue(colleague, { inCharge: 'me' })
    expect(mine.items).toMatchObject([{ ...missing, assignee: { name: 'Fatou B.' } }])
    expect(await kindsFor(adviser, { inCharge: 'me' })).toEqual([])
    expect(await kindsFor(adviser, { inCharge: colleague.userId })).toEqual(['missing-declaration'])
    const back = { ...missing, userId: null }
    expect((await call(test, adviser, 'POST /home/assignments', { body: back })).status).toBe(200)
    expect(await kindsFor(colleague, { inCharge: 'me' })).toEqual([])
  })

  it('gives nothing to somebody who is not of the staff', async () => {
    const { adviser, cooperative, missing } = await givenPlace()
    for (const userId of [(await givenUser(test, cooperative, ['tester'])).userId, randomUUID()]) {
      const body = { ...missing, userId }
      expect((await call(test, adviser, 'POST /home/assignments', { body })).status).toBe(404)
    }
    const names = (await call(test, adviser, 'GET /home/colleagues')).body.colleagues
    expect(names.map(({ name }) => name)).toEqual(['Nour Martin'])
  })
})

it('narrows to one topic and to one person', async () => {
  const { adviser, tester } = await givenPlace()
  expect(await kindsFor(adviser, { topic: 'contracts' })).toEqual(['contract-ending'])
  expect(await kindsFor(adviser, { personId: tester.personId })).toHaveLength(2)
  expect(await kindsFor(adviser, { personId: randomUUID() })).toEqual([])
})
