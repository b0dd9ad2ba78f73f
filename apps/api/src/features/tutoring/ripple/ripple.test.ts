import { afterAll, beforeAll, expect, it } from 'vitest'
import { givenTutoring } from '../../../../test/given-tutoring.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
import { call, createTestApp, givenUser, type TestApp } from '../../../../test/test-app.ts'

let test: TestApp
let given: Awaited<ReturnType<typeof givenTutoring>>
let issaId: string
let siraId: string

beforeAll(async () => {
  test = await createTestApp()
  given = await givenTutoring(test)
  issaId = await given.givenPerson('Issa')
  siraId = await given.givenPerson('Sira')
})
afterAll(() => test.close())

/** A session as the database holds it once answered: the past cannot be noted for other tutors in a test. */
async function helped(
  [tutorId, tuteeId]: readonly [string, string],
  heldOn: string,
  state = 'confirmed',
): Promise<void> {
  const isYes = state === 'confirmed' || state === 'approved'
  await queryAsOwner(
    test,
    `with pair as (
       insert into terreau.tutoring_relation (cooperative_id, id, tutor_person_id, tutee_person_id, started_on)
       values ($1, gen_random_uuid(), $2, $3, '2020-01-01') on conflict do nothing)
     , session as (
       insert into terreau.tutoring_session (cooperative_id, id, tutor_person_id, held_on, minutes, mode, state, confirmed_count, firm_at)
       values ($1, gen_random_uuid(), $2, $4, 60, 'phone', $5, $6::integer, case when $6 = 1 then now() end) returning id)
     insert into terreau.tutoring_part (cooperative_id, session_id, tutor_person_id, tutee_person_id, answer, first_answered_at, answered_at)
     select $1, id, $2, $3, case when $6 = 1 then 'yes' end, case when $6 = 1 then now() end, case when $6 = 1 then now() end
       from session`,
    [given.cooperative.id, tutorId, tuteeId, heldOn, state, isYes ? 1 : 0],
  )
}

const ripple = async (as = given.adviser) => (await call(test, as, 'GET /tutoring/ripple')).body
const sentence = async () => (await call(test, given.tutor, 'GET /me/tutoring')).body.ripple

it('counts nothing that was only noted, disputed or set aside', async () => {
  for (const state of ['noted', 'disputed', 'set_aside'])
    await helped([given.tutorId, given.tuteeId], '2024-02-01', state)
  expect(await ripple()).toMatchObject({ helpers: 0, helped: 0, years: [], chains: [] })
  expect(await sentence()).toEqual({ helped: 0, nowHelping: 0 })
})

it('follows help from year to year, and tells the tutor in two counts', async () => {
  await helped([given.tutorId, given.tuteeId], '2024-03-04')
  await helped([given.tutorId, siraId], '2024-03-05', 'approved')
  await helped([given.tuteeId, issaId], '2025-06-07')
  expect(await sentence()).toEqual({ helped: 2, nowHelping: 1 })
  expect(await ripple()).toMatchObject({
    helpers: 2,
    helped: 3,
    becameHelpers: 1,
    longestChain: 2,
    years: [
      { year: 2024, helpers: 1, helped: 2, newHelpers: 0 },
      { year: 2025, helpers: 1, helped: 1, newHelpers: 1 },
    ],
    chains: [
      { name: 'Moussa Traoré', step: 0, helpedBy: null, nowHelping: 1 },
      {
        name: 'Awa Traoré',
        step: 1,
        helpedBy: { id: given.tutorId, name: 'Moussa Traoré', on: '2024-03-04' },
        helpsFrom: '2025-06-07',
        people: [{ id: issaId, on: '2025-06-07' }],
      },
    ],
  })
})

it('takes two files of one person for one', async () => {
  const doubleId = await given.givenPerson('Awa double')
  await helped([doubleId, siraId], '2026-01-10')
  await queryAsOwner(
    test,
    `update terreau.person set merged_into_id = $2, archived_at = now() where cooperative_id = $1 and id = $3`,
    [given.cooperative.id, given.tuteeId, doubleId],
  )
  const { helpers, chains } = await ripple()
  expect(helpers).toBe(2)
  expect(chains?.[1]?.people.map((person) => person.id)).toEqual([issaId, siraId])
})

it('gives counts without a name to who only looks', async () => {
  for (const role of ['observer', 'accountant'] as const) {
    const seen = await ripple(await givenUser(test, given.cooperative, [role]))
    expect(seen).toMatchObject({ helpers: 2, becameHelpers: 1, chains: null })
    expect(JSON.stringify(seen)).not.toMatch(/Traoré|[0-9a-f]{8}-/)
  }
})
