import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '../src/platform/db/client.ts'
import { buffersOf } from './buffers-of.ts'
import { givenSessions, OWN_PAGES, type Place, pathOf, STAFF_PAGES } from './given-sessions.ts'
import { queryAsOwner } from './query-as-owner.ts'
import { createTestApp, type TestApp } from './test-app.ts'

/** How much more the database may read for a page with a hundred times as many sessions. */
const MOST_TIMES = 1.5
/** A full page of fifty lines with some eleven look-ups each, which a thousand sessions may not fill in every view. */
const FULL_PAGE = 600

let test: TestApp
let plans: pg.Pool
let thousand: Place
let hundredThousand: Place

beforeAll(async () => {
  test = await createTestApp()
  plans = connect(test.urls.appUrl, { max: 1 }).pool
  const each = { sessionsOfEach: 40, daysApart: 16 }
  thousand = await givenSessions(test, { tutors: 25, ...each })
  hundredThousand = await givenSessions(test, { tutors: 2_500, ...each })
  await queryAsOwner(test, 'vacuum analyze', [])
}, 300_000)
afterAll(async () => {
  await plans.end()
  await test.close()
})

it.each([...STAFF_PAGES, ...OWN_PAGES])(
  'GET %s reads of a hundred thousand sessions no more than of a thousand',
  async (path) => {
    const read = async (place: Place) => {
      const caller = OWN_PAGES.includes(path) ? place.tutor : place.adviser
      const of = { test, plans, cooperativeId: place.cooperative.id, caller }
      return buffersOf(of, await pathOf(test, place, path))
    }
    const little = await read(thousand)
    const much = await read(hundredThousand)
    const most = Math.max(MOST_TIMES * little, FULL_PAGE)
    expect(much, `${path}: ${little} buffers, then ${much}`).toBeLessThanOrEqual(most)
  },
)
