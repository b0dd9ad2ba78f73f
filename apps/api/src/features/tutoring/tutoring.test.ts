import { randomUUID } from 'node:crypto'
import { MOST_TUTEES } from '@terreau/domain/tutoring/session'
import { fieldErrors as en } from '@terreau/i18n/en/field-errors'
import { fieldErrors as fr } from '@terreau/i18n/fr/field-errors'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amendmentOf, givenTutoring, tokenOf } from '../../../test/given-tutoring.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import { call, createTestApp, type TestApp } from '../../../test/test-app.ts'

let test: TestApp
let t: Awaited<ReturnType<typeof givenTutoring>>

beforeAll(async () => {
  test = await createTestApp()
  t = await givenTutoring(test)
})
afterAll(() => test.close())

describe('who may be a volunteer', () => {
  it('is refused in a company, with the reason, and asked where otherwise', async () => {
    const company = await call(test, t.adviser, 'POST /tutoring/hosts', {
      body: { name: 'SCOP Les Ateliers', form: 'company' },
    })
    const person = await t.givenPerson('Issa')
    const inCompany = { kind: 'volunteer', hostId: company.body.id } as const
    expect((await t.pair(person, inCompany)).problem.code).toBe('volunteer-in-company')
    const nowhere = await t.pair(person, { kind: 'volunteer', hostId: null })
    expect(nowhere.problem.code).toBe('volunteer-host-missing')
    expect((await t.pair(person, { ...inCompany, kind: 'paid' })).status).toBe(200)
    const twice = await call(test, t.adviser, 'POST /tutoring/hosts', {
      body: { name: 'scop les ateliers', form: 'scic' },
    })
    expect(twice.problem.code).toBe('host-exists')
    const mixed = await t.log(t.session({ tuteeIds: [t.tuteeId, person], heldOn: '2026-10-30' }))
    expect(mixed.problem.code).toBe('tutoring-kinds-differ')
  })

  it('is stated once for a relation from before', async () => {
    const person = await t.givenPerson('Sira')
    const relationId = randomUUID()
    await queryAsOwner(
      test,
      `insert into terreau.tutoring_relation (cooperative_id, id, tutor_person_id, tutee_person_id, started_on)
       values ($1, $2, $3, $4, '2026-01-01')`,
      [t.cooperative.id, relationId, t.tutorId, person],
    )
    const body = t.session({ tuteeIds: [person], heldOn: '2026-10-29' })
    await t.log(body)
    expect((await t.read(body.id)).session.kind).toBeNull()
    const state = () =>
      call(test, t.adviser, 'PUT /tutoring/relations/:relationId', {
        params: { relationId },
        body: { kind: 'volunteer', hostId: t.hostId },
      })
    expect((await state()).status).toBe(204)
    expect((await t.read(body.id)).session.kind).toBe('volunteer')
    expect((await state()).problem.code).toBe('tutoring-act-not-allowed')
  })
})

describe('logging a session', () => {
  it('counts as noted until the person helped has answered', async () => {
    const logged = await t.log(t.session())
    expect(logged.status).toBe(200)
    expect(logged.body.links).toMatchObject([{ tuteeId: t.tuteeId, wasMailed: true }])
    const { body: home } = await call(test, t.tutor, 'GET /me/tutoring')
    expect(home.figures).toMatchObject([
      { kind: 'volunteer', notedMinutes: 120, confirmedMinutes: 0, approvedMinutes: 0 },
    ])
    expect(home.usual).toEqual({ tuteeId: t.tuteeId, minutes: 60, mode: 'phone', place: '' })
  })

  it('asks about an unusual session once, and keeps it when the tutor says it is right', async () => {
    const long = t.session({ heldOn: '2026-10-20', minutes: 300 })
    const asked = await t.log(long)
    expect(asked.status).toBe(422)
    expect(asked.problem.code).toBe('tutoring-please-check')
    expect(asked.problem.errors?.map((e) => e.code)).toEqual(['tutoring-guard-over-4h'])
    expect((await t.log({ ...long, checked: ['over-4h'] })).status).toBe(200)
  })

  it('reads hours on the wall, over midnight and over the change of clocks', async () => {
    const night = t.session({
      heldOn: '2026-10-24',
      minutes: null,
      startsAt: '23:00',
      endsAt: '04:00',
    })
    expect((await t.log({ ...night, checked: ['over-4h'] })).status).toBe(200)
    expect((await t.read(night.id)).session).toMatchObject({ startsAt: '23:00', minutes: 360 })
    const next = t.session({ heldOn: '2026-10-25', minutes: 30, startsAt: '03:30' })
    expect((await t.log(next)).problem.errors?.map((e) => e.code)).toEqual([
      'tutoring-guard-overlap',
    ])
    expect((await t.log({ ...next, startsAt: '04:00' })).status).toBe(200)
  })

  it('refuses a day that has not come, more than eight hours, and no length', async () => {
    expect((await t.log(t.session({ heldOn: '2026-11-03' }))).problem.code).toBe(
      'session-in-future',
    )
    const full = await t.log(t.session({ heldOn: '2026-10-20', minutes: 181 }))
    expect(full.problem).toMatchObject({
      code: 'tutoring-day-too-long',
      errors: [{ pointer: '/body/minutes' }],
    })
    expect((await t.log(t.session({ minutes: null }))).problem.code).toBe('session-length-wrong')
  })

  it('takes thirty people at most, and says so at the field, with the number', async () => {
    const people = Array.from({ length: MOST_TUTEES }, () => randomUUID())
    const asked = await t.log(t.session({ tuteeIds: [...people, randomUUID()] }))
    const [error] = asked.problem.errors ?? []
    expect(error).toEqual({ pointer: '/body/tuteeIds', code: 'session-too-many-people' })
    for (const words of [fr, en])
      expect(words['session-too-many-people']).toContain(String(MOST_TUTEES))
    // As many as may be: refused for who they are alone.
    expect((await t.log(t.session({ tuteeIds: people }))).status).toBe(404)
  })

  it('writes one session however often it is sent', async () => {
    const body = t.session({ heldOn: '2026-10-11' })
    await t.log(body)
    await t.log(body)
    const { body: home } = await call(test, t.tutor, 'GET /me/tutoring')
    expect(home.sessions.filter((s) => s.id === body.id)).toHaveLength(1)
  })

  it('lets a tutor log only for the people linked to them', async () => {
    const stranger = await t.givenPerson('Issa')
    expect((await t.log(t.session({ tuteeIds: [stranger] }))).status).toBe(404)
    expect((await t.log(t.session({ tuteeIds: [t.tuteeId, stranger] }))).status).toBe(404)
  })
})

describe('confirming by link', () => {
  it('changes nothing when a scanner opens the link or posts without a gesture', async () => {
    const logged = await t.log(t.session({ heldOn: '2026-10-12' }))
    const token = tokenOf(logged.body.links[0]?.confirmationUrl)
    for (let i = 0; i < 10; i += 1) expect((await t.ask(token)).body.answer).toBeNull()
    const blind = await t.answer(token, { answer: 'yes', what: null, gesture: '' })
    expect(blind.problem.code).toBe('gesture-missing')
    const { gesture } = (await t.ask(token)).body
    const tooFast = await t.answer(token, { answer: 'yes', what: null, gesture })
    expect(tooFast.problem.code).toBe('gesture-missing')
    expect((await t.ask(token)).body.answer).toBeNull()
  })

  it('takes yes, then a change of mind, until the hours are final', async () => {
    const body = t.session({ heldOn: '2026-10-13', minutes: 45 })
    const { links } = (await t.log(body)).body
    await t.confirm(links)
    expect((await t.read(body.id)).session.state).toBe('confirmed')
    await t.confirm(links, { answer: 'no', what: 'day' })
    const after = await t.read(body.id)
    expect(after.session.tutees).toMatchObject([{ answer: 'no', what: 'day' }])
    expect(after.answers.map((a) => [a.answer, a.channel])).toEqual([
      ['yes', 'shared'],
      ['no', 'shared'],
    ])
    await t.sevenDaysLater()
    const token = tokenOf(links[0]?.confirmationUrl)
    expect((await t.ask(token)).body.mayAnswer).toBe(false)
    const gesture = await t.gestureOf(token)
    const late = await t.answer(token, { answer: 'yes', what: null, gesture })
    expect(late.problem.code).toBe('answer-final')
  })

  it('is about the words that were shown: a session corrected meanwhile is read again', async () => {
    const body = t.session({ heldOn: '2026-10-16' })
    const token = tokenOf((await t.log(body)).body.links[0]?.confirmationUrl)
    const gesture = await t.gestureOf(token)
    const amended = await call(test, t.tutor, 'PUT /me/tutoring/sessions/:sessionId', {
      params: { sessionId: body.id },
      body: { ...amendmentOf(body), minutes: 90 },
      ifMatch: 1,
    })
    expect(amended.status).toBe(200)
    const stale = await t.answer(token, { answer: 'yes', what: null, gesture })
    expect(stale.problem.code).toBe('gesture-missing')
    expect((await t.ask(token)).body).toMatchObject({ minutes: 90, answer: null })
  })

  it('never lets the tutor answer for the person helped', async () => {
    const logged = await t.log(t.session({ heldOn: '2026-10-14' }))
    const token = tokenOf(logged.body.links[0]?.confirmationUrl)
    const gesture = await t.gestureOf(token)
    const own = await call(test, t.tutor, 'POST /confirmations/:token', {
      params: { token },
      body: { answer: 'yes', what: null, gesture },
    })
    expect(own.status).toBe(403)
  })

  it('knows no code that nobody gave', async () => {
    expect((await t.ask('x'.repeat(43))).problem.code).toBe('code-unknown')
  })

  it('keeps a confirmed session from being taken back or rewritten by the tutor', async () => {
    const body = t.session({ heldOn: '2026-10-15' })
    await t.confirm((await t.log(body)).body.links)
    const params = { sessionId: body.id }
    const back = await call(test, t.tutor, 'DELETE /me/tutoring/sessions/:sessionId', { params })
    expect(back.problem.code).toBe('tutoring-act-not-allowed')
    const rewritten = await call(test, t.tutor, 'PUT /me/tutoring/sessions/:sessionId', {
      params,
      body: amendmentOf(body),
      ifMatch: 1,
    })
    expect(rewritten.problem.code).toBe('tutoring-act-not-allowed')
  })
})
