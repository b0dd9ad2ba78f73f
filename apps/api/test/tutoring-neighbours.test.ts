import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '../src/platform/db/client.ts'
import { buffersOf } from './buffers-of.ts'
import { givenSessions, type Place, pathOf, STAFF_PAGES } from './given-sessions.ts'
import { givenTutoring } from './given-tutoring.ts'
import { queryAsOwner } from './query-as-owner.ts'
import { createTestApp, type TestApp } from './test-app.ts'

const SESSIONS = 10 * 300
/** Fifty lines, for each of which a dozen pages of indexes and tables are read. */
const FULL_PAGE = 600

let test: TestApp
let plans: pg.Pool
let place: Place

beforeAll(async () => {
  test = await createTestApp()
  plans = connect(test.urls.appUrl, { max: 1 }).pool
  place = await givenSessions(test, { tutors: 10, sessionsOfEach: 300, daysApart: 5 })
  await givenSessions(test, { tutors: 25, sessionsOfEach: 40, daysApart: 16 })
  const neighbour = await givenTutoring(test)
  await queryAsOwner(
    test,
    `insert into terreau.person (cooperative_id, id, reference, family_name, given_name, search_name)
     select $1, gen_random_uuid(), 'H-' || n, 'Nom' || n, 'Prénom', 'nom' || n from generate_series(1, 5000) n`,
    [neighbour.cooperative.id],
  )
  await queryAsOwner(test, 'vacuum analyze', [])
}, 60_000)
afterAll(async () => {
  await plans.end()
  await test.close()
})

// Thousands of people elsewhere once made the planner start from the tutors, and sort every session for one page.
it.each([...STAFF_PAGES, '/tutoring?view=approved', '/tutoring?view=noted'])(
  `beside a cooperative of thousands, GET %s reads one page of ${SESSIONS} sessions`,
  async (path) => {
    const as = { test, plans, cooperativeId: place.cooperative.id, caller: place.adviser }
    expect(await buffersOf(as, await pathOf(test, place, path))).toBeLessThanOrEqual(FULL_PAGE)
  },
)
