import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '../src/platform/db/client.ts'
import { buffersOf } from './buffers-of.ts'
import { givenTutoring } from './given-tutoring.ts'
import { queryAsOwner } from './query-as-owner.ts'
import { createTestApp, type TestApp } from './test-app.ts'

/** Ten thousand in the suite, for its time; a hundred thousand reads the same. */
const MANY = 10_000
/** What a page may read with many sessions, compared with a thousand. */
const MOST_TIMES = 1.5
/** A full page of fifty lines with some eleven look-ups each, which a thousand sessions may not fill in every view. */
const FULL_PAGE = 600
/** How many sessions one tutor has, in a cooperative of any size. */
const OWN = 40

let test: TestApp
let plans: pg.Pool
let few: Awaited<ReturnType<typeof givenTutoring>>
let many: Awaited<ReturnType<typeof givenTutoring>>

beforeAll(async () => {
  test = await createTestApp()
  plans = connect(test.urls.appUrl, { max: 1 }).pool
  few = await givenTutoring(test)
  many = await givenTutoring(test)
  await seed(few, 1_000)
  await seed(many, MANY)
  await queryAsOwner(test, 'vacuum analyze', [])
}, 180_000)
afterAll(async () => {
  await plans.end()
  await test.close()
})

const STAFF = [
  '/tutoring',
  '/tutoring?view=to_approve',
  '/tutoring?view=disputed',
  '/tutoring?view=unanswered',
  '/home/queue?topic=tutoring',
]

it.each(STAFF)('GET %s reads no more of many sessions than of a thousand', (path) =>
  compare(path, 'adviser'),
)
it.each(['/me/tutoring', '/me/tutoring/months'])('GET %s neither', (path) => compare(path, 'tutor'))
it('the value of a year neither', async () => {
  const pathOf = ({ hostId }: typeof few) => `/tutoring/hosts/${hostId}/valuation?year=2026`
  await compare(pathOf(many), 'adviser', pathOf(few))
})

async function compare(path: string, who: 'adviser' | 'tutor', fewPath = path): Promise<void> {
  const read = (place: typeof few, asked: string) =>
    buffersOf({ test, plans, cooperativeId: place.cooperative.id, caller: place[who] }, asked)
  const little = await read(few, fewPath)
  const much = await read(many, path)
  expect(much, `${path}: ${little} buffers for 1,000, ${much} for ${MANY}`).toBeLessThanOrEqual(
    Math.max(MOST_TIMES * little, FULL_PAGE),
  )
}

/** Sessions over two years, spread over tutors of whom the one who asks is one; one in ten is disputed. */
async function seed(place: typeof few, sessions: number): Promise<void> {
  const { id } = place.cooperative
  const others = Math.floor(sessions / OWN) - 1
  await queryAsOwner(
    test,
    `insert into terreau.person (cooperative_id, id, reference, family_name, given_name, search_name)
     select $1, gen_random_uuid(), 'S-' || n, 'Nom' || n, 'Prénom', 'nom' || n from generate_series(1, $2::integer) n`,
    [id, others],
  )
  await queryAsOwner(
    test,
    `insert into terreau.tutoring_relation (cooperative_id, id, tutor_person_id, tutee_person_id, started_on, kind, host_id, host_form)
     select $1, gen_random_uuid(), p.id, $2, '2025-01-01', 'volunteer', $3, 'association'
       from terreau.person p where p.cooperative_id = $1 and p.reference like 'S-%'`,
    [id, place.tuteeId, place.hostId],
  )
  await queryAsOwner(
    test,
    `insert into terreau.tutoring_session (cooperative_id, id, tutor_person_id, held_on, minutes, mode, kind, host_id, state, confirmed_count, firm_at)
     select $1, gen_random_uuid(), r.tutor_person_id, '2025-01-01'::date + (n * 16 + r.k % 16)::integer, 30 + n, 'phone', 'volunteer', $2,
            case n % 10 when 0 then 'disputed' when 1 then 'noted' else 'confirmed' end, (n % 10 > 1)::integer,
            case when n % 10 > 1 then now() - interval '1 day' end
       from (select tutor_person_id, row_number() over (order by id) as k from terreau.tutoring_relation where cooperative_id = $1) r,
            generate_series(0, $3::integer - 1) n`,
    [id, place.hostId, OWN],
  )
  await queryAsOwner(
    test,
    `insert into terreau.tutoring_part (cooperative_id, session_id, tutor_person_id, tutee_person_id, answer, first_answered_at, answered_at)
     select s.cooperative_id, s.id, s.tutor_person_id, $2, a.answer, a.at, a.at
       from terreau.tutoring_session s cross join lateral (select case s.state when 'noted' then null when 'disputed' then 'no' else 'yes' end as answer,
              case when s.state <> 'noted' then now() - interval '9 days' end as at) a
      where s.cooperative_id = $1`,
    [id, place.tuteeId],
  )
  await queryAsOwner(
    test,
    `update terreau.tutoring_session set state = 'approved'
      where cooperative_id = $1 and state = 'confirmed' and held_on < '2026-08-01'`,
    [id],
  )
}
