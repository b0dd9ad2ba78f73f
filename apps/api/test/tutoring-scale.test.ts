import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '../src/platform/db/client.ts'
import { buffersOf } from './buffers-of.ts'
import { givenSessions, OWN_PAGES, type Place, pathOf, STAFF_PAGES } from './given-sessions.ts'
import { queryAsOwner } from './query-as-owner.ts'
import { call, createTestApp, type TestApp } from './test-app.ts'

/** What a page may read with many sessions, compared with a thousand. */
const MOST_TIMES = 1.5
const TUTORS = 250
/** Pages read for the line of one tutor where the planner's figures of a day choose between two ways. */
const LOOK_UPS: Record<string, number> = { '/tutoring/badges': 9 }
/** A full page of fifty lines with some eleven look-ups each, which a thousand sessions may not fill in every view. */
const FULL_PAGE = 600

let test: TestApp
let plans: pg.Pool
/** A thousand sessions, then ten thousand: more tutors with as many each. */
let few: Place
let many: Place
/** Hundreds of tutors over ten years, with one session a year each, or four. */
let crowd: Place
let decade: Place

beforeAll(async () => {
  test = await createTestApp()
  plans = connect(test.urls.appUrl, { max: 1 }).pool
  few = await givenSessions(test, { tutors: 25, sessionsOfEach: 40, daysApart: 16 })
  many = await givenSessions(test, { tutors: TUTORS, sessionsOfEach: 40, daysApart: 16 })
  crowd = await givenSessions(test, { tutors: TUTORS, sessionsOfEach: 10, daysApart: 360 })
  decade = await givenSessions(test, { tutors: TUTORS, sessionsOfEach: 40, daysApart: 90 })
  await queryAsOwner(test, 'vacuum analyze', [])
}, 180_000)
afterAll(async () => {
  await plans.end()
  await test.close()
})

/** Pages about tutors: they read more of more tutors, and no more of the sessions that these gave. */
const OF_A_CROWD = [
  '/tutoring/ripple',
  '/tutoring/needs',
  '/tutoring/needs/:need/matches',
  '/tutoring/profiles',
  '/tutoring/badges',
  '/tutoring/candidates',
  '/tutoring/operations',
  '/tutoring/hosts/:host/engagement?year=2025',
]

describe('many sessions', () => {
  it.each(STAFF_PAGES)('GET %s reads no more than of a thousand', (path) =>
    compare(path, 'adviser', { little: few, much: many }),
  )
  it.each(OWN_PAGES)('GET %s neither', (path) =>
    compare(path, 'tutor', { little: few, much: many }),
  )
  // As many tutors in both: nothing but their sessions may make a difference.
  it.each(OF_A_CROWD)('of hundreds of tutors over ten years: GET %s neither', (path) =>
    compare(path, 'adviser', {
      little: crowd,
      much: decade,
      most: (little) => Math.max(MOST_TIMES * little, TUTORS * (LOOK_UPS[path] ?? 0)),
    }),
  )
  // One line a tutor: what is looked up for one may not grow with how many the others are.
  it.each(OF_A_CROWD)(
    'of ten times as many tutors: GET %s reads ten times as much at most',
    (path) =>
      compare(path, 'adviser', { little: few, much: many, most: (little) => 10 * (little + 40) }),
  )
})

it('has the same totals on the pages, in the tables and among the sessions', async () => {
  const { adviser, cooperative, hostId } = many
  const [sum] = await queryAsOwner<{ approved: string; noted: string; volunteered: string }>(
    test,
    `select sum(s.minutes) filter (where s.state = 'approved')::text as approved, sum(s.minutes)::text as noted,
            sum(s.minutes) filter (where s.state = 'approved' and s.held_on between '2026-01-01' and '2026-12-31')::text as volunteered
       from terreau.tutoring_session s where s.cooperative_id = $1`,
    [cooperative.id],
  )
  const { figures } = (await call(test, adviser, 'GET /tutoring')).body
  expect(figures.map((one) => [one.kind, one.notedMinutes, one.approvedMinutes])).toEqual([
    ['volunteer', Number(sum?.noted), Number(sum?.approved)],
  ])
  const of = { params: { hostId }, query: { year: 2026 } }
  const page = (await call(test, adviser, 'GET /tutoring/hosts/:hostId/valuation', of)).body
  expect(page.totalMinutes).toBe(Number(sum?.volunteered))
  const table = await call(test, adviser, 'GET /tutoring/hosts/:hostId/valuation/table', of)
  const lines = Buffer.from(await table.bytes())
    .toString()
    .trim()
    .split('\r\n')
  expect(lines.at(-1)?.split(';')[6]).toBe(sum?.volunteered)
  const people = (await call(test, adviser, 'GET /tutoring/hosts/:hostId/engagement', of)).body
  expect(people.people.reduce((total, one) => total + one.minutes, 0)).toBe(page.totalMinutes)
})

async function compare(
  path: string,
  who: 'adviser' | 'tutor',
  places: { little: Place; much: Place; most?: (little: number) => number },
): Promise<void> {
  const read = async (place: Place) =>
    buffersOf(
      { test, plans, cooperativeId: place.cooperative.id, caller: place[who] },
      await pathOf(test, place, path),
    )
  const little = await read(places.little)
  const much = await read(places.much)
  const most = places.most?.(little) ?? Math.max(MOST_TIMES * little, FULL_PAGE)
  expect(much, `${path}: ${little} buffers, then ${much}`).toBeLessThanOrEqual(most)
}
