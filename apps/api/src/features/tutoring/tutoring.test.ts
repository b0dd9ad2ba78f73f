import { randomUUID } from 'node:crypto'
import { localDate } from '@terreau/domain/time/local-date'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
import { insertPerson } from '../people/index.ts'

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let tutor: Caller
let tuteeId: string

async function givenPerson(givenName: string, email = ''): Promise<string> {
  return asCommand(test, cooperative.id, async (ctx, tx) => {
    const { personId } = await insertPerson(tx, ctx, {
      civility: '',
      familyName: 'Traoré',
      givenName,
      bornOn: localDate('1990-01-01'),
      email,
      phone: '',
      locale: 'fr',
      address: '',
      activity: { name: 'conseil', vatRateBp: 2000, fiscalHorsepower: null },
    })
    return personId
  })
}

function session(over: Record<string, unknown> = {}) {
  return {
    id: randomUUID(),
    tuteeId,
    heldOn: '2026-11-02',
    minutes: 60,
    mode: 'phone' as const,
    subjects: ['prices' as const],
    note: '',
    checked: [],
    ...over,
  }
}

const tokenOf = (url: string): string => url.split('/c/')[1] ?? ''

async function ask(token: string) {
  return call(test, null, 'GET /confirmations/:token', { params: { token } })
}

async function answer(
  token: string,
  body: { answer: 'yes' | 'no'; what: null | 'day'; gesture: string },
) {
  return call(test, null, 'POST /confirmations/:token', { params: { token }, body })
}

const pause = () => new Promise((done) => setTimeout(done, 750))

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  adviser = await givenUser(test, cooperative, ['adviser'])
  const tutorId = await givenPerson('Moussa')
  tuteeId = await givenPerson('Awa', 'awa@exemple.test')
  tutor = await givenUser(test, cooperative, ['tutor'], { personId: tutorId })
  const paired = await call(test, adviser, 'POST /tutoring/relations', {
    body: { tutorId, tuteeId, startedOn: '2026-10-01' },
  })
  expect(paired.status).toBe(200)
})
afterAll(() => test.close())

describe('logging a session', () => {
  it('counts as noted until the person helped has answered', async () => {
    const logged = await call(test, tutor, 'POST /me/tutoring/sessions', { body: session() })
    expect(logged.status).toBe(200)
    expect(logged.body.wasMailed).toBe(true)
    const home = await call(test, tutor, 'GET /me/tutoring')
    expect(home.body.totals).toEqual({ notedMinutes: 60, confirmedMinutes: 0, disputedMinutes: 0 })
    expect(home.body.usual).toEqual({ tuteeId, minutes: 60, mode: 'phone' })
  })

  it('asks about an unusual session once, and keeps it when the tutor says it is right', async () => {
    const long = session({ heldOn: '2026-10-20', minutes: 300 })
    const asked = await call(test, tutor, 'POST /me/tutoring/sessions', { body: long })
    expect(asked.status).toBe(422)
    expect(asked.problem.code).toBe('tutoring-please-check')
    expect(asked.problem.errors?.map((e) => e.code)).toEqual(['tutoring-guard-over-4h'])
    const kept = await call(test, tutor, 'POST /me/tutoring/sessions', {
      body: { ...long, checked: ['over-4h'] },
    })
    expect(kept.status).toBe(200)
  })

  it('refuses a day that has not come', async () => {
    const early = await call(test, tutor, 'POST /me/tutoring/sessions', {
      body: session({ heldOn: '2026-11-03' }),
    })
    expect(early.problem.code).toBe('session-in-future')
  })

  it('writes one session however often it is sent', async () => {
    const body = session({ heldOn: '2026-10-11' })
    await call(test, tutor, 'POST /me/tutoring/sessions', { body })
    await call(test, tutor, 'POST /me/tutoring/sessions', { body })
    const { body: home } = await call(test, tutor, 'GET /me/tutoring')
    expect(home.sessions.filter((s) => s.id === body.id)).toHaveLength(1)
  })

  it('lets a tutor log only for the people linked to them', async () => {
    const stranger = await givenPerson('Issa')
    const refused = await call(test, tutor, 'POST /me/tutoring/sessions', {
      body: session({ tuteeId: stranger }),
    })
    expect(refused.status).toBe(404)
  })
})

describe('confirming by link', () => {
  it('changes nothing when a scanner opens the link or posts without a gesture', async () => {
    const logged = await call(test, tutor, 'POST /me/tutoring/sessions', {
      body: session({ heldOn: '2026-10-12' }),
    })
    const token = tokenOf(logged.body.confirmationUrl)
    for (let i = 0; i < 10; i += 1) expect((await ask(token)).body.answer).toBeNull()
    const blind = await answer(token, { answer: 'yes', what: null, gesture: '' })
    expect(blind.problem.code).toBe('gesture-missing')
    const { gesture } = (await ask(token)).body
    const tooFast = await answer(token, { answer: 'yes', what: null, gesture })
    expect(tooFast.problem.code).toBe('gesture-missing')
    expect((await ask(token)).body.answer).toBeNull()
  })

  it('takes yes, then a change of mind, and tells staff', async () => {
    const logged = await call(test, tutor, 'POST /me/tutoring/sessions', {
      body: session({ heldOn: '2026-10-13', minutes: 45 }),
    })
    const token = tokenOf(logged.body.confirmationUrl)
    const { gesture } = (await ask(token)).body
    await pause()
    expect((await answer(token, { answer: 'yes', what: null, gesture })).status).toBe(200)
    const confirmed = await call(test, adviser, 'GET /tutoring', { query: { view: 'confirmed' } })
    expect(confirmed.body.sessions.map((s) => s.minutes)).toContain(45)
    expect((await answer(token, { answer: 'no', what: 'day', gesture })).status).toBe(200)
    const disputed = await call(test, adviser, 'GET /tutoring', { query: { view: 'disputed' } })
    expect(disputed.body.sessions.find((s) => s.minutes === 45)?.disputedWhat).toBe('day')
  })

  it('never lets the tutor answer for the person helped', async () => {
    const logged = await call(test, tutor, 'POST /me/tutoring/sessions', {
      body: session({ heldOn: '2026-10-14' }),
    })
    const token = tokenOf(logged.body.confirmationUrl)
    const { gesture } = (await ask(token)).body
    await pause()
    const own = await call(test, tutor, 'POST /confirmations/:token', {
      params: { token },
      body: { answer: 'yes', what: null, gesture },
    })
    expect(own.status).toBe(403)
  })

  it('knows no code that nobody gave', async () => {
    const unknown = await ask('x'.repeat(43))
    expect(unknown.problem.code).toBe('code-unknown')
  })

  it('keeps a confirmed session from being taken back', async () => {
    const body = session({ heldOn: '2026-10-15' })
    const logged = await call(test, tutor, 'POST /me/tutoring/sessions', { body })
    const token = tokenOf(logged.body.confirmationUrl)
    const { gesture } = (await ask(token)).body
    await pause()
    await answer(token, { answer: 'yes', what: null, gesture })
    const back = await call(test, tutor, 'DELETE /me/tutoring/sessions/:sessionId', {
      params: { sessionId: body.id },
    })
    expect(back.problem.code).toBe('tutoring-act-not-allowed')
  })
})

describe('the certificate of hours', () => {
  it('counts confirmed hours only, and is the same bytes each time', async () => {
    const body = session({ heldOn: '2026-09-15', minutes: 90 })
    const logged = await call(test, tutor, 'POST /me/tutoring/sessions', {
      body: { ...body, checked: ['older-than-31-days'] },
    })
    const empty = await call(test, tutor, 'POST /me/tutoring/certificates', {
      body: { from: '2026-09', to: '2026-09' },
    })
    expect(empty.problem.code).toBe('attestation-nothing-to-attest')
    const token = tokenOf(logged.body.confirmationUrl)
    const { gesture } = (await ask(token)).body
    await pause()
    await answer(token, { answer: 'yes', what: null, gesture })
    const issued = await call(test, tutor, 'POST /me/tutoring/certificates', {
      body: { from: '2026-09', to: '2026-09' },
    })
    expect(issued.status).toBe(200)
    const params = { attestationId: issued.body.attestationId }
    const route = 'GET /me/tutoring/certificates/:attestationId/document'
    const first = await (await call(test, tutor, route, { params })).bytes()
    const again = await (await call(test, tutor, route, { params })).bytes()
    expect(Buffer.from(first).subarray(0, 5).toString()).toBe('%PDF-')
    expect(Buffer.from(again).equals(Buffer.from(first))).toBe(true)
    const other = await givenUser(test, cooperative, ['tutor'], {
      personId: await givenPerson('Sali'),
    })
    expect((await call(test, other, route, { params })).status).toBe(404)
  })
})
