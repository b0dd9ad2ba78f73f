import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { givenTutoring } from '../../../../test/given-tutoring.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenUser,
  type TestApp,
} from '../../../../test/test-app.ts'

let test: TestApp
let t: Awaited<ReturnType<typeof givenTutoring>>
let direction: Caller
beforeAll(async () => {
  test = await createTestApp()
  t = await givenTutoring(test)
  direction = await givenUser(test, t.cooperative, ['direction'])
})
afterAll(() => test.close())

const OFFER = {
  skills: ['prices', 'bank'] as ('prices' | 'bank')[],
  languages: ['fr', 'wo'],
  forms: ['in_person', 'phone'] as ('in_person' | 'phone')[],
  moments: ['evening'] as 'evening'[],
  town: 'Saint-Denis',
  mostTutees: 2,
  isOpen: true,
}
const wish = (over: { languages?: string[]; subject?: 'prices' | 'papers' } = {}) => ({
  id: randomUUID(),
  subject: 'prices' as const,
  languages: ['wo'],
  urgency: 'this_month' as const,
  form: 'any' as const,
  moments: [],
  town: '',
  words: '',
  ...over,
})
const saveOwn = (ifMatch: number, body = OFFER) =>
  call(test, t.tutor, 'PUT /me/tutoring/profile', { body, ifMatch })
const matches = (needId: string) =>
  call(test, t.adviser, 'GET /tutoring/needs/:needId/matches', { params: { needId } })

describe('from a need to a pair', () => {
  it('proposes a tutor once they said what they offer, where they help, and accepted the charter', async () => {
    const person = await t.givenPerson('Rokia')
    const tester = await givenUser(test, t.cooperative, ['tester'], { personId: person })
    const need = wish()
    expect((await call(test, tester, 'POST /me/tutoring/needs', { body: need })).status).toBe(200)
    const codes = async () =>
      (await matches(need.id)).body.excluded
        .find((one) => one.personId === t.tutorId)
        ?.why.map((w) => w.code)
    expect(await codes()).toEqual(['profile-missing'])

    expect((await saveOwn(0)).status).toBe(204)
    expect((await saveOwn(0)).problem.code).toBe('version-changed')
    const published = await call(test, direction, 'POST /tutoring/charter', {
      body: { body: 'Un tuteur écoute, garde le secret et ne prend pas d’argent.' },
      ifMatch: 0,
    })
    expect(published.body).toEqual({ version: 1 })
    expect(await codes()).toEqual(['charter-missing', 'host-missing'])

    const accept = (version: number) =>
      call(test, t.tutor, 'POST /me/tutoring/charter', { body: { version } })
    expect((await accept(2)).problem.code).toBe('charter-changed')
    expect((await accept(1)).status).toBe(204)
    expect((await accept(1)).status).toBe(204)
    const place = { kind: 'volunteer' as const, hostId: t.hostId, charterSignedOn: null }
    const params = { personId: t.tutorId }
    const written = await call(test, t.adviser, 'PUT /tutoring/profiles/:personId', {
      params,
      body: { ...OFFER, ...place },
      ifMatch: 1,
    })
    expect(written.status).toBe(204)
    const { body: found } = await matches(need.id)
    expect(found.excluded).toEqual([])
    expect(found.proposals).toMatchObject([
      { personId: t.tutorId, kind: 'volunteer', hostId: t.hostId, cautions: [] },
    ])
    expect(found.proposals[0]?.reasons).toEqual([
      { code: 'skill', subject: 'prices' },
      { code: 'same-language', languages: ['wo'] },
      { code: 'free-load', free: 1, most: 2 },
    ])

    const pair = (tuteeId: string) =>
      call(test, t.adviser, 'POST /tutoring/relations', {
        body: {
          tutorId: t.tutorId,
          tuteeId,
          startedOn: '2026-11-01',
          kind: 'volunteer',
          hostId: t.hostId,
          needId: need.id,
        },
      })
    const wanted = async () =>
      (await call(test, t.adviser, 'GET /home/queue', { query: { topic: 'tutoring' } })).body.items
        .filter((item) => item.kind === 'tutor-to-find')
        .map((item) => item.targetId)
    expect(await wanted()).toEqual([need.id])
    expect((await pair(await t.givenPerson('Autre'))).status).toBe(404)
    expect((await pair(person)).status).toBe(200)
    expect(await wanted()).toEqual([])
    const { body: own } = await call(test, tester, 'GET /me/tutoring/needs')
    expect(own.needs).toMatchObject([{ id: need.id, closedAs: 'met' }])
    expect(own.tutors).toMatchObject([{ name: 'Moussa Traoré' }])
    const waits = wish()
    const body = { ...waits, personId: await t.givenPerson('Kadi') }
    await call(test, t.adviser, 'POST /tutoring/needs', { body })
    expect((await matches(waits.id)).body.excluded).toMatchObject([
      { why: [{ code: 'cap-reached', now: 2, most: 2 }] },
    ])
  })

  it('a charter written anew is accepted anew; a signed paper counts from its day', async () => {
    const publish = (ifMatch: number) =>
      call(test, t.adviser, 'POST /tutoring/charter', {
        body: { body: 'Un tuteur écoute, garde le secret, et dit quand il arrête.' },
        ifMatch,
      })
    expect((await publish(0)).problem.code).toBe('version-changed')
    expect((await publish(1)).body).toEqual({ version: 2 })
    const { body: before } = await call(test, t.tutor, 'GET /me/tutoring/profile')
    expect([before.charter?.version, before.accepted?.version]).toEqual([2, 1])
    const record = (charterSignedOn: string) =>
      call(test, t.adviser, 'PUT /tutoring/profiles/:personId', {
        params: { personId: t.tutorId },
        body: { ...OFFER, kind: 'volunteer', hostId: t.hostId, charterSignedOn },
        ifMatch: 2,
      })
    expect((await record('2030-01-01')).problem.errors).toMatchObject([
      { pointer: '/body/charterSignedOn', code: 'date-in-future' },
    ])
    expect((await record('2026-11-01')).status).toBe(204)
    const { body: profiles } = await call(test, t.adviser, 'GET /tutoring/profiles')
    expect(profiles.profiles).toMatchObject([
      { personId: t.tutorId, accepted: { version: 2, on: '2026-11-01' }, profile: { version: 3 } },
    ])
  })
})

describe('the waiting list', () => {
  it('keeps the first request about a subject, the longest wait first, page after page', async () => {
    const personId = await t.givenPerson('Sali')
    const ask = (body: ReturnType<typeof wish>) =>
      call(test, t.adviser, 'POST /tutoring/needs', { body: { ...body, personId } })
    const need = wish()
    expect((await ask(need)).status).toBe(200)
    expect((await ask(need)).status).toBe(200)
    expect((await ask(wish())).problem.code).toBe('need-exists')
    expect((await ask(wish({ subject: 'papers' }))).status).toBe(200)
    await queryAsOwner(
      test,
      `with people as (insert into terreau.person (cooperative_id, id, reference, family_name, given_name, search_name)
         select $1, gen_random_uuid(), 'W-' || n, 'Nom' || n, 'Prénom', 'nom' || n from generate_series(1, 31) n returning id)
       insert into terreau.tutoring_need (cooperative_id, id, person_id, subject, languages, urgency, form, asked_at, said_by, recorded_by)
       select $1, gen_random_uuid(), p.id, 'prices', '{fr}', 'no_hurry', 'any', date_trunc('milliseconds', now()), 'staff', $2 from people p`,
      [t.cooperative.id, t.adviser.userId],
    )
    const { body: first } = await call(test, t.adviser, 'GET /tutoring/needs', { query: {} })
    expect(first.needs).toHaveLength(30)
    const after = first.next ?? ''
    const { body: rest } = await call(test, t.adviser, 'GET /tutoring/needs', { query: { after } })
    const all = [...first.needs, ...rest.needs]
    expect(new Set(all.map((one) => one.id)).size).toBe(first.waiting)
    expect(all.map((one) => one.askedAt)).toEqual(all.map((one) => one.askedAt).toSorted())
    const bad = await call(test, t.adviser, 'GET /tutoring/needs', { query: { after: 'x' } })
    expect(bad.status).toBe(400)
  })

  it('loses what was taken back, and only its own person may', async () => {
    const personId = await t.givenPerson('Nene')
    const tester = await givenUser(test, t.cooperative, ['tester'], { personId })
    const other = await givenUser(test, t.cooperative, ['tester'], {
      personId: await t.givenPerson('Bintou'),
    })
    const need = wish()
    await call(test, tester, 'POST /me/tutoring/needs', { body: need })
    const back = (as: Caller) =>
      call(test, as, 'POST /me/tutoring/needs/:needId/withdrawal', { params: { needId: need.id } })
    expect((await back(other)).status).toBe(404)
    expect((await back(tester)).status).toBe(204)
    expect((await back(tester)).problem.code).toBe('need-closed')
    const query = { view: 'closed' as const }
    const { body: closed } = await call(test, t.adviser, 'GET /tutoring/needs', { query })
    expect(closed.needs.find((one) => one.id === need.id)?.closedAs).toBe('withdrawn')
    expect(
      (await call(test, tester, 'POST /me/tutoring/needs', { body: wish({ languages: [] }) }))
        .status,
    ).toBe(400)
  })
})
