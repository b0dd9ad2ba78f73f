import { localDate } from '@terreau/domain/time/local-date'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedPeople } from '../../../bench/seed.ts'
import { buffersOf } from '../../../test/buffers-of.ts'
import { givenScheme } from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
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
import { createApp } from '../../app.ts'
import { connect } from '../../platform/db/client.ts'
import { insertContract } from '../contracts/index.ts'
import { insertPerson } from './index.ts'

const PEOPLE = 60
const PEOPLE_OF_EACH = 2_000

/** Sixty people, sorted by name as 'Nom 01' to 'Nom 60'; each third has a contract of another kind. */
async function givenPeople(test: TestApp, cooperative: TestCooperative): Promise<void> {
  const scheme = await givenScheme(test, cooperative)
  await asCommand(test, cooperative.id, async (ctx, tx) => {
    for (let n = 1; n <= PEOPLE; n += 1) {
      const person = await insertPerson(tx, ctx, {
        civility: '',
        familyName: `Nom ${String(n).padStart(2, '0')}`,
        givenName: 'Essai',
        bornOn: null,
        email: '',
        phone: '',
        locale: 'fr',
        address: '',
        activity: { name: `Activité ${n}`, vatRateBp: 2000, fiscalHorsepower: null },
      })
      if (n % 3 === 0) continue
      await insertContract(tx, ctx, {
        kind: 'CAPE',
        ...person,
        schemeId: scheme.id,
        startsOn: localDate('2026-01-01'),
        endsOn: localDate(n % 3 === 1 ? '2026-12-31' : '2026-06-30'),
        state: 'active',
      })
    }
  })
}

describe('the list of people', () => {
  let test: TestApp
  let adviser: Caller
  beforeAll(async () => {
    test = await createTestApp()
    const cooperative = await givenCooperative(test)
    adviser = await givenUser(test, cooperative, ['adviser'])
    await givenPeople(test, cooperative)
  })
  afterAll(() => test.close())

  const list = async (query: Record<string, string> = {}) =>
    (await call(test, adviser, 'GET /people', { query })).body

  it('gives fifty people in the order of names, then the rest, without a gap or a double', async () => {
    const first = await list()
    expect([first.total, first.people.length]).toEqual([PEOPLE, 50])
    const second = await list({ after: first.next ?? '' })
    expect([second.total, second.people.length, second.next]).toEqual([null, 10, null])
    const names = [...first.people, ...second.people].map((p) => p.familyName)
    expect(names).toEqual([...names].sort())
    expect(new Set(names).size).toBe(PEOPLE)
  })

  it('shows the contract of today, else the last one, and says when it is over', async () => {
    const { people } = await list()
    expect(people.slice(0, 3).map((p) => p.contract)).toEqual([
      { kind: 'CAPE', state: 'active', endsOn: '2026-12-31' },
      { kind: 'CAPE', state: 'ended', endsOn: '2026-06-30' },
      null,
    ])
  })

  it('narrows to a saved view', async () => {
    expect((await list({ view: 'active' })).total).toBe(20)
    expect((await list({ view: 'ending' })).total).toBe(20)
    const undeclared = await list({ view: 'undeclared' })
    expect([undeclared.total, undeclared.month]).toEqual([20, '2026-10'])
    test.setToday('2026-03-01')
    expect((await list({ view: 'active' })).total).toBe(40)
    expect((await list({ view: 'ending' })).total).toBe(0)
    test.setToday('2026-11-02')
  })

  it('refuses a cursor that is not its own', async () => {
    const answer = await call(test, adviser, 'GET /people', { query: { after: 'WyJhIiwiYiJd' } })
    expect(answer.status).toBe(400)
  })

  it('costs the same number of statements whatever the number of lines', async () => {
    const client = connect(test.urls.appUrl)
    let statements = 0
    client.pool.on('connect', (connection) => {
      const { query } = connection
      Reflect.set(connection, 'query', (...args: unknown[]) => {
        statements += 1
        return Reflect.apply(query, connection, args)
      })
    })
    const app = createApp({ ...test.services, db: client.db }, { webDirectory: '/nonexistent' })
    const counted: TestApp = { ...test, app }
    const cost = async (search: string) => {
      await call(counted, adviser, 'GET /people', { query: { search } })
      statements = 0
      const { body } = await call(counted, adviser, 'GET /people', { query: { search } })
      return [body.people.length, statements]
    }
    const [none, some, many] = [await cost('personne'), await cost('nom 01'), await cost('')]
    expect([none[0], some[0], many[0]]).toEqual([0, 1, 50])
    // begin, who is asking, the page, commit.
    expect([none[1], some[1], many[1]]).toEqual([4, 4, 4])
    await client.close()
  })

  it('looks up the rows of a page, and reads no table whole, where two thousand people are', async () => {
    const cooperative = await givenCooperative(test, 'Deux mille')
    for (const { id } of [cooperative, await givenCooperative(test, 'Une autre')]) {
      await seedPeople(test.urls.ownerUrl, {
        cooperativeId: id,
        people: PEOPLE_OF_EACH,
        months: ['2025-11'],
      })
    }
    await queryAsOwner(test, 'vacuum analyze')
    const caller = await givenUser(test, cooperative, ['adviser'])
    const plans = connect(test.urls.appUrl, { max: 1 }).pool
    const asked = { test, plans, cooperativeId: cooperative.id, caller }
    // Some thirty pages of the database for each line; read line by line, the tables would be 260. The total
    // looks once at each person: by the table (70 pages) or by its key (one page each), as the planner likes.
    expect(await buffersOf(asked, '/people')).toBeLessThan(50 * 50 + PEOPLE_OF_EACH)
    await plans.end()
  }, 60_000)
})
