import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '../src/platform/db/client.ts'
import { buffersOf } from './buffers-of.ts'
import { givenTutoring } from './given-tutoring.ts'
import { queryAsOwner } from './query-as-owner.ts'
import { call, createTestApp, type TestApp } from './test-app.ts'

const TUTORS = 30
const HELPED_BY_EACH = 200

let test: TestApp
let plans: pg.Pool

beforeAll(async () => {
  test = await createTestApp()
  plans = connect(test.urls.appUrl, { max: 1 }).pool
})
afterAll(async () => {
  await plans.end()
  await test.close()
})

it('matching and the list of tutors read nothing of the thousands whom these tutors helped in the past', async () => {
  const place = await givenTutoring(test)
  const { id } = place.cooperative
  await seedPeople(id, 'S', TUTORS)
  await queryAsOwner(
    test,
    `with account as (insert into terreau.app_user (id, email, display_name)
       select p.id, p.id || '@exemple.test', p.family_name from terreau.person p
        where p.cooperative_id = $1 and p.reference like 'S-%' returning id)
     insert into terreau.membership (cooperative_id, user_id, role, person_id) select $1, id, 'tutor', id from account`,
    [id],
  )
  await seedPeople(id, 'H', TUTORS * HELPED_BY_EACH)
  const need = await call(test, place.adviser, 'POST /tutoring/needs', {
    body: {
      id: randomUUID(),
      personId: place.tuteeId,
      subject: 'prices',
      languages: ['fr'],
      urgency: 'no_hurry',
      form: 'any',
      town: '',
      moments: [],
    },
  })
  expect(need.status).toBe(200)
  const read = async () => {
    await queryAsOwner(test, 'vacuum analyze', [])
    const as = { test, plans, cooperativeId: id, caller: place.adviser }
    const matches = await buffersOf(as, `/tutoring/needs/${need.body.id}/matches`)
    return { matches, profiles: await buffersOf(as, '/tutoring/profiles') }
  }
  const before = await read()
  await queryAsOwner(
    test,
    `insert into terreau.tutoring_relation (cooperative_id, id, tutor_person_id, tutee_person_id, started_on, ended_on, kind, host_id, host_form)
     select $1, gen_random_uuid(), t.id, h.id, '2015-01-01', '2025-12-31', 'volunteer', $2, 'association'
       from (select id, row_number() over (order by id) as k from terreau.person where cooperative_id = $1 and reference like 'H-%') h
       join (select id, row_number() over (order by id) as k from terreau.person where cooperative_id = $1 and reference like 'S-%') t
         on t.k = 1 + h.k % ${TUTORS}`,
    [id, place.hostId],
  )
  const after = await read()
  expect(after.matches).toBeLessThanOrEqual(1.5 * before.matches)
  expect(after.profiles).toBeLessThanOrEqual(1.5 * before.profiles)
})

async function seedPeople(cooperativeId: string, prefix: string, count: number): Promise<void> {
  await queryAsOwner(
    test,
    `insert into terreau.person (cooperative_id, id, reference, family_name, given_name, search_name)
     select $1, gen_random_uuid(), $2 || '-' || n, 'Nom' || n, 'Prénom', 'nom' || n from generate_series(1, $3::integer) n`,
    [cooperativeId, prefix, count],
  )
}
