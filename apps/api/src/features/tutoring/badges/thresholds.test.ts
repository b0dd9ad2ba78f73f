import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenSetting } from '../../../../test/given-money.ts'
import { givenTutoring } from '../../../../test/given-tutoring.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
import { call, createTestApp, type TestApp } from '../../../../test/test-app.ts'

// The cooperative asks for 2 hours, then for 1, then for 4, and at last for 2 again and for 3.
const FROM = [
  { validFrom: '2026-10-01', hours: 2 },
  { validFrom: '2026-10-05', hours: 1 },
  { validFrom: '2026-10-10', hours: 4 },
] as const

let test: TestApp
let given: Awaited<ReturnType<typeof givenTutoring>>
let saliId: string
/** Each badge that was given, as it was signed on that day. */
const signed = new Map<string, string>()

beforeAll(async () => {
  test = await createTestApp()
  test.setToday('2026-10-02')
  given = await givenTutoring(test)
  saliId = await given.givenPerson('Sali')
  for (const { validFrom, hours } of FROM)
    await givenSetting(test, given.cooperative, {
      key: 'tutor_badge_first_hours',
      value: String(hours),
      validFrom,
    })
  await givenSetting(test, given.cooperative, {
    key: 'tutor_badge_second_hours',
    value: '3',
    validFrom: '2026-10-20',
  })
  await givenSetting(test, given.cooperative, {
    key: 'tutor_badge_first_hours',
    value: '2',
    validFrom: '2026-10-20',
  })
  const { hostId, tuteeId } = given
  await call(test, given.adviser, 'POST /tutoring/relations', {
    body: { tutorId: saliId, tuteeId, startedOn: '2026-09-01', kind: 'volunteer', hostId },
  })
  await approved(given.tutorId, 180)
  await approved(saliId, 60)
})
afterAll(() => test.close())

async function approved(personId: string, minutes: number): Promise<void> {
  await queryAsOwner(
    test,
    `with session as (insert into terreau.tutoring_session (cooperative_id, id, tutor_person_id, held_on, minutes, mode, kind, host_id,
       state, confirmed_count, firm_at)
       values ($1, gen_random_uuid(), $2, '2026-09-20', $5, 'phone', 'volunteer', $4, 'confirmed', 1, now()) returning id)
     insert into terreau.tutoring_part (cooperative_id, session_id, tutor_person_id, tutee_person_id, answer, first_answered_at, answered_at)
     select $1, id, $2, $3, 'yes', now(), now() from session`,
    [given.cooperative.id, personId, given.tuteeId, given.hostId, minutes],
  )
  await queryAsOwner(
    test,
    `update terreau.tutoring_session set state = 'approved' where cooperative_id = $1 and state = 'confirmed'`,
    [given.cooperative.id],
  )
}

async function issue(personId: string, thresholdMinutes: number) {
  const issued = await call(test, given.adviser, 'POST /tutoring/badges', {
    body: { personId, thresholdMinutes },
  })
  if (issued.status === 200) signed.set(issued.body.url, await jwtOf(issued.body.url))
  return issued.status === 200 ? 'issued' : issued.problem.code
}
/** Two people of the team, at once: the second is told. */
const issueTwice = async (personId: string, thresholdMinutes: number) =>
  (
    await Promise.all([issue(personId, thresholdMinutes), issue(personId, thresholdMinutes)])
  ).toSorted()
const ONCE = ['badge-already-issued', 'issued']

const CRITERIA = [1, 2, 3, 4].map((n) => `Au moins ${n} heure${n === 1 ? '' : 's'} de tutorat`)
const get = (url: string) => test.app.hono.request(url)
const jwtOf = async (url: string) => (await get(`${url}/badge.jwt`)).text()
const list = async () =>
  (await call(test, given.adviser, 'GET /tutoring/badges', { query: {} })).body
const due = async () =>
  (await list()).due.map((one) => [one.personName, one.thresholdMinutes, one.approvedMinutes])
const own = async () => (await call(test, given.tutor, 'GET /me/tutoring/badges')).body

/** Nothing of what was given has moved: the list, the pages, what was signed, what the badge asks for. */
async function expectAllTrue(thresholds: readonly number[]): Promise<void> {
  const { badges } = await list()
  expect(badges.map((one) => one.thresholdMinutes).toSorted((a, b) => a - b)).toEqual(thresholds)
  expect(badges.map((one) => [one.isBelow, one.revokedAt])).toEqual(badges.map(() => [false, null]))
  expect([...signed.keys()].toSorted()).toEqual(badges.map((one) => one.url).toSorted())
  for (const { url, thresholdMinutes } of badges) {
    expect(await jwtOf(url)).toBe(signed.get(url))
    const page = await (await get(url)).text()
    expect(page).toContain('Ce badge est vrai')
    expect(page).toContain(CRITERIA[thresholdMinutes / 60 - 1])
    const what = `http://localhost:3000/issuers/${given.cooperative.id}/tutoring/${thresholdMinutes}`
    expect((await get(what)).status).toBe(200)
  }
}

describe('thresholds that change after badges were given', () => {
  it('give, first, a badge to whoever reached the first one', async () => {
    expect(await due()).toEqual([['Moussa Traoré', 120, 180]])
    expect(await issueTwice(given.tutorId, 120)).toEqual(ONCE)
    expect(await due()).toEqual([])
    await expectAllTrue([120])
  })

  it('lowered: what was given stays true, who now qualifies gets it once', async () => {
    test.setToday('2026-10-06')
    expect((await list()).thresholds).toEqual([60])
    expect(await due()).toEqual([
      ['Moussa Traoré', 60, 180],
      ['Sali Traoré', 60, 60],
    ])
    expect(await issue(saliId, 120)).toBe('badge-not-reached')
    expect(await issueTwice(saliId, 60)).toEqual(ONCE)
    expect(await due()).toEqual([['Moussa Traoré', 60, 180]])
    expect(await issueTwice(given.tutorId, 60)).toEqual(ONCE)
    expect(await due()).toEqual([])
    await expectAllTrue([60, 60, 120])
  })

  it('raised: nobody loses a badge, who is under the new one waits for it', async () => {
    test.setToday('2026-10-11')
    expect((await list()).thresholds).toEqual([240])
    expect(await due()).toEqual([])
    expect(await issue(saliId, 240)).toBe('badge-not-reached')
    expect(await own()).toMatchObject({
      waiting: [],
      next: { thresholdMinutes: 240, missingMinutes: 60 },
    })
    await expectAllTrue([60, 60, 120])
    await approved(given.tutorId, 60)
    expect((await own()).waiting).toEqual([240])
    expect(await issueTwice(given.tutorId, 240)).toEqual(ONCE)
    await expectAllTrue([60, 60, 120, 240])
  })

  it('back to what they were: the same badge is not given again, one between two is', async () => {
    test.setToday('2026-10-21')
    expect((await list()).thresholds).toEqual([120, 180])
    expect(await due()).toEqual([['Moussa Traoré', 180, 240]])
    expect(await issue(given.tutorId, 120)).toBe('badge-already-issued')
    expect(await issueTwice(given.tutorId, 180)).toEqual(ONCE)
    expect((await own()).badges).toHaveLength(4)
    await expectAllTrue([60, 60, 120, 180, 240])
  })
})
