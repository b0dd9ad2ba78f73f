import { addMonths, yearMonth } from '@terreau/domain/time/year-month'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { seedPeople } from '../bench/seed.ts'
import { connect } from '../src/platform/db/client.ts'
import { buffersOf } from './buffers-of.ts'
import { givenAccount } from './given-account.ts'
import { givenScheme, givenTester, type TestTester } from './given-money.ts'
import { queryAsOwner } from './query-as-owner.ts'
import {
  type Caller,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from './test-app.ts'

/** What the account of ten years may read, compared with the account of one month. */
const MOST_TIMES = 1.5
/** Other people of the cooperative: enough that an index is the way to a row. */
const OTHERS = { people: 300, months: 24 }
const LAST = '2026-10'

interface Place {
  tester: TestTester
  own: Caller
}

let test: TestApp
let coop: TestCooperative
let plans: pg.Pool
let staff: Caller
let young: Place
let old: Place

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  plans = connect(test.urls.appUrl, { max: 1 }).pool
  staff = await givenUser(test, coop, ['accountant'])
  await seedPeople(test.urls.ownerUrl, {
    cooperativeId: coop.id,
    people: OTHERS.people,
    months: Array.from({ length: OTHERS.months }, (_, n) => addMonths(yearMonth(LAST), -n)),
  })
  young = await givenPlace(1)
  old = await givenPlace(120)
  await queryAsOwner(test, 'vacuum analyze', [])
}, 180_000)
afterAll(async () => {
  await plans.end()
  await test.close()
})

it.each(['', '?month=2016-11', '?month=2021-05', '?before=2020-01', '?before=2017-02'])(
  'the page of staff costs what it costs after one month, with %s',
  async (query) => {
    const pathOf = ({ tester }: Place) => `/activities/${tester.activityId}/account`
    compare(await read(staff, pathOf(young)), await read(staff, `${pathOf(old)}${query}`))
  },
)

it('the page of the phone too, and the months before', async () => {
  const one = await read(young.own, '/me/account')
  compare(one, await read(old.own, '/me/account'))
  compare(one, await read(old.own, '/me/account-months?before=2020-01'))
})

it('and one month of it, whichever', async () => {
  const one = await read(young.own, `/me/account/${LAST}`)
  for (const month of [LAST, '2021-05', '2016-11'])
    compare(one, await read(old.own, `/me/account/${month}`))
})

it('and what it had at the end of a day', async () => {
  const day = '2099-12-31'
  const one = await read(staff, `/activities/${young.tester.activityId}/account?asOf=${day}`)
  compare(one, await read(staff, `/activities/${old.tester.activityId}/account?asOf=${day}`))
  const phone = await read(young.own, `/me/account-on?day=${day}`)
  compare(phone, await read(old.own, `/me/account-on?day=${day}`))
})

async function givenPlace(months: number): Promise<Place> {
  const scheme = await givenScheme(test, coop)
  const tester = await givenTester(test, coop, scheme)
  await givenAccount(test, coop, tester, { months, last: yearMonth(LAST) })
  return { tester, own: await givenUser(test, coop, ['tester'], { personId: tester.personId }) }
}

function read(caller: Caller, path: string): Promise<number> {
  return buffersOf({ test, plans, cooperativeId: coop.id, caller }, path)
}

function compare(one: number, ten: number): void {
  expect(ten, `${one} buffers for one month, ${ten} for ten years`).toBeLessThanOrEqual(
    MOST_TIMES * one,
  )
}
