import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { givenTutoring, tokenOf } from '../../../test/given-tutoring.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import { call, createTestApp, givenUser, type TestApp } from '../../../test/test-app.ts'

let test: TestApp
let t: Awaited<ReturnType<typeof givenTutoring>>

const app = createTestApp()
beforeEach(async () => {
  test = await app
  t = await givenTutoring(test)
})
afterAll(() => test.close())

const hours = (startsAt: string, endsAt: string, heldOn = '2026-10-05') => ({
  heldOn,
  startsAt,
  endsAt,
  minutes: null,
})

/** One file of somebody points to the other, which is kept. */
const joined = (mergedId: string, keptId: string) =>
  queryAsOwner(
    test,
    'update terreau.person set merged_into_id = $2, email = $4 where cooperative_id = $3 and id = $1',
    [mergedId, keptId, t.cooperative.id, 'ancienne@exemple.test'],
  )

/** Another tutor of the cooperative, who helps somebody freely. */
async function anotherTutor(tutorId: string, tuteeId: string) {
  const user = await givenUser(test, t.cooperative, ['tutor'], { personId: tutorId })
  const pair = await call(test, t.adviser, 'POST /tutoring/relations', {
    body: { tutorId, tuteeId, startedOn: '2026-09-01', kind: 'volunteer', hostId: t.hostId },
  })
  if (pair.status !== 200) throw new Error(`paired ${pair.status}`)
  return (over: Parameters<typeof t.session>[0]) =>
    call(test, user, 'POST /me/tutoring/sessions', {
      body: t.session({ tuteeIds: [tuteeId], ...over }),
    })
}

async function approvedOrWhy(...ids: string[]) {
  await t.sevenDaysLater()
  const done = await t.approve(ids.map((id) => ({ id, version: 1 })))
  return done.status === 200 ? 'approved' : done.problem.errors?.map((error) => error.code)
}

describe('hours that cannot both be true', () => {
  it('of somebody who helps while the person they help helps them', async () => {
    const back = await anotherTutor(t.tuteeId, t.tutorId)
    const one = (await t.log(t.session(hours('10:00', '11:00')))).body
    const other = (await back(hours('10:30', '11:30'))).body
    await t.confirm([...one.links, ...other.links])
    expect(await approvedOrWhy(one.id, other.id)).toEqual([
      'tutoring-hours-cross',
      'tutoring-hours-cross',
    ])
    expect(await approvedOrWhy(one.id)).toBe('approved')
    expect(await approvedOrWhy(other.id)).toEqual(['tutoring-hours-cross'])
  })

  it('of one tutor under two files', async () => {
    const doubleId = await t.givenPerson('Moussa')
    const awaId = await t.givenPerson('Sira')
    const double = await anotherTutor(doubleId, awaId)
    const one = (await t.log(t.session(hours('23:30', '00:30')))).body
    const other = (await double(hours('00:00', '01:00', '2026-10-06'))).body
    await t.confirm([...one.links, ...other.links])
    await joined(doubleId, t.tutorId)
    expect(await approvedOrWhy(one.id, other.id)).toEqual([
      'tutoring-hours-cross',
      'tutoring-hours-cross',
    ])
  })

  it('but two tutors may help one person at once: the time of each counts', async () => {
    const second = await anotherTutor(await t.givenPerson('Issa'), t.tuteeId)
    const one = (await t.log(t.session(hours('10:00', '11:00')))).body
    const other = (await second(hours('10:00', '11:00'))).body
    await t.confirm([...one.links, ...other.links])
    expect(await approvedOrWhy(one.id, other.id)).toBe('approved')
    const [figures] = (await call(test, t.adviser, 'GET /tutoring')).body.figures
    expect(figures).toMatchObject({ approvedMinutes: 120, tuteeApprovedMinutes: 120 })
  })

  it('on the night when clocks go back, two sessions follow each other and do not cross', async () => {
    // 1 h to 4 h on that night is four hours: the second begins when the first is over.
    const body = t.session({ ...hours('01:00', '04:00', '2026-10-25'), checked: [] })
    const first = (await t.log(body)).body
    const next = await t.log(t.session(hours('04:00', '05:00', '2026-10-25')))
    expect(next.status).toBe(200)
    await t.confirm([...first.links, ...next.body.links])
    expect(await approvedOrWhy(first.id, next.body.id)).toBe('approved')
    expect((await t.read(first.id)).session.minutes).toBe(240)
  })
})

describe('one person with two files', () => {
  it('is one person in the certificate, and is written to at the address that is kept', async () => {
    const doubleId = await t.givenPerson('Awa')
    await t.pair(doubleId)
    const one = (await t.log(t.session(hours('10:00', '11:00')))).body
    const other = (await t.log(t.session({ ...hours('12:00', '13:00'), tuteeIds: [doubleId] })))
      .body
    await t.confirm([...one.links, ...other.links])
    await joined(doubleId, t.tuteeId)
    expect(await approvedOrWhy(one.id, other.id)).toBe('approved')
    const made = await call(test, t.tutor, 'POST /me/tutoring/certificates', {
      body: { from: '2026-10', to: '2026-10' },
    })
    const [row] = await queryAsOwner<{ facts: { peopleHelped: number } }>(
      test,
      'select facts from terreau.attestation where cooperative_id = $1 and id = $2',
      [t.cooperative.id, made.body.attestationId],
    )
    expect(row?.facts.peopleHelped).toBe(1)
    const third = (await t.log(t.session({ ...hours('14:00', '15:00'), tuteeIds: [doubleId] })))
      .body
    const [job] = await queryAsOwner<{ payload: unknown }>(
      test,
      `select to_jsonb(m) as payload from terreau.mail m where m.cooperative_id = $1 order by m.created_at desc limit 1`,
      [t.cooperative.id],
    )
    expect([third.links.length, JSON.stringify(job?.payload)]).toEqual([
      1,
      expect.stringContaining('awa@exemple.test'),
    ])
  })

  it('never tutors themselves', async () => {
    const self = await call(test, t.adviser, 'POST /tutoring/relations', {
      body: {
        tutorId: t.tutorId,
        tuteeId: t.tutorId,
        startedOn: '2026-09-01',
        kind: 'paid',
        hostId: null,
      },
    })
    expect(self.problem.errors).toEqual([{ pointer: '/body/tuteeId', code: 'pair-of-one' }])
    const before = (await t.log(t.session(hours('10:00', '11:00')))).body
    await t.confirm(before.links)
    await joined(t.tuteeId, t.tutorId)
    expect((await call(test, t.tutor, 'GET /me/tutoring')).body.tutees).toEqual([])
    expect((await t.log(t.session(hours('12:00', '13:00')))).status).toBe(404)
    expect(await approvedOrWhy(before.id)).toEqual(['tutoring-hours-cross'])
  })
})

describe('a session of another tutor', () => {
  it('is not opened by using its name again', async () => {
    const second = await anotherTutor(await t.givenPerson('Issa'), await t.givenPerson('Sira'))
    const { id } = (await t.log(t.session())).body
    const stolen = await second({ id })
    expect([stolen.status, JSON.stringify(stolen.problem)]).toEqual([
      404,
      expect.not.stringContaining('/c/'),
    ])
  })
})

describe('a confirmation link', () => {
  it('says nothing and changes nothing by HEAD, by GET, nor by POST without a gesture', async () => {
    const { id, links } = (await t.log(t.session())).body
    const token = tokenOf(links[0]?.confirmationUrl)
    const ask = (method: string, path: string, body?: object) =>
      test.app.hono.request(`http://localhost:3000${path}`, {
        method,
        headers: {
          host: 'localhost:3000',
          origin: 'http://localhost:3000',
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
    for (const path of [`/c/${token}`, `/api/confirmations/${token}`]) {
      await ask('HEAD', path)
      await ask('GET', path)
      for (const gesture of ['', 'yes', 'x'.repeat(80)])
        expect(
          (await ask('POST', path, { answer: 'yes', what: null, gesture })).status,
        ).toBeGreaterThanOrEqual(400)
    }
    expect((await t.read(id)).session).toMatchObject({ state: 'noted', version: 1 })
  })

  it('takes two answers of the same moment one after the other: the last one stands', async () => {
    const { id, links } = (await t.log(t.session())).body
    const token = tokenOf(links[0]?.confirmationUrl)
    const gesture = await t.gestureOf(token)
    const both = await Promise.all([
      t.answer(token, { answer: 'yes', what: null, gesture }),
      t.answer(token, { answer: 'no', what: null, gesture }),
    ])
    expect(both.map((one) => one.status)).toEqual([200, 200])
    const { session, answers } = await t.read(id)
    expect(answers).toHaveLength(2)
    expect(session.state).toBe(answers.at(-1)?.answer === 'yes' ? 'confirmed' : 'disputed')
  })

  it('holds what was written last for the last answer, also when it was asked for first', async () => {
    const { id, links } = (await t.log(t.session())).body
    const token = tokenOf(links[0]?.confirmationUrl)
    const gesture = await t.gestureOf(token)
    const now = Date.now()
    test.setNow(new Date(now + 500).toISOString())
    await t.answer(token, { answer: 'yes', what: null, gesture })
    test.setNow(new Date(now).toISOString())
    await t.answer(token, { answer: 'no', what: null, gesture })
    test.setNow(null)
    const { session, answers } = await t.read(id)
    expect([answers.at(-1)?.answer, session.state]).toEqual(['no', 'disputed'])
  })

  it('takes nothing back once the hours are approved', async () => {
    const { id, links } = (await t.log(t.session())).body
    await t.confirm(links)
    expect(await approvedOrWhy(id)).toBe('approved')
    const token = tokenOf(links[0]?.confirmationUrl)
    const late = await t.answer(token, {
      answer: 'no',
      what: null,
      gesture: await t.gestureOf(token),
    })
    expect(late.problem.code).toBe('answer-final')
    expect((await t.read(id)).session.state).toBe('approved')
  })
})

describe('a person who was erased', () => {
  it('is asked no more and answers no more; their hours stay counted, under no name', async () => {
    const approved = (await t.log(t.session(hours('10:00', '11:00')))).body
    const open = (await t.log(t.session(hours('12:00', '13:00')))).body
    await t.confirm(approved.links)
    expect(await approvedOrWhy(approved.id)).toBe('approved')
    const direction = await givenUser(test, t.cooperative, ['direction'])
    const erase = async () => {
      const [row] = await queryAsOwner<{ reference: string }>(
        test,
        'select reference from terreau.person where id = $1',
        [t.tuteeId],
      )
      return call(test, direction, 'POST /people/:personId/erasure', {
        params: { personId: t.tuteeId },
        body: { reference: row?.reference ?? '', reason: 'Demande écrite' },
      })
    }
    expect((await erase()).problem.code).toBe('erasure-person-is-here')
    await queryAsOwner(
      test,
      `with pair as (update terreau.tutoring_relation set started_on = '2015-01-01', ended_on = '2016-12-31' where cooperative_id = $1)
       update terreau.tutoring_session set held_on = held_on - 3653 where cooperative_id = $1`,
      [t.cooperative.id],
    )
    expect((await erase()).status).toBe(200)
    const token = tokenOf(open.links[0]?.confirmationUrl)
    expect((await t.ask(token)).status).toBe(404)
    const again = await call(test, t.tutor, 'POST /me/tutoring/sessions/:sessionId/link', {
      params: { sessionId: open.id },
    })
    expect(again.body).toEqual([])
    const { people } = (await call(test, t.adviser, 'GET /tutoring/candidates')).body
    expect(people.map(({ id }) => id)).toEqual([t.tutorId])
    const { figures } = (await call(test, t.adviser, 'GET /tutoring')).body
    expect(figures).toMatchObject([{ notedMinutes: 120, approvedMinutes: 60 }])
    const { helped, helpers } = (await call(test, t.adviser, 'GET /tutoring/ripple')).body
    expect([helpers, helped]).toEqual([1, 1])
    const { tutees } = (await t.read(approved.id)).session
    expect(tutees[0]?.name).not.toMatch(/Awa/)
  })
})

describe('the method of a year', () => {
  const choose = (year: number, method: 'smic' | 'replacement', reason = '') =>
    call(test, t.adviser, 'PUT /tutoring/hosts/:hostId/valuation', {
      params: { hostId: t.hostId },
      body: {
        year,
        method,
        levels: method === 'smic' ? null : { simple: '1500', skilled: '2000', expert: '3000' },
        employerRateBp: method === 'smic' ? null : '4200',
        reason,
      },
    })

  it('is not replaced without a reason: in its course, after a year without one, nor afterwards', async () => {
    expect((await choose(2024, 'smic')).status).toBe(204)
    const late = { code: 'valuation-reason-missing' }
    // 2025 has no choice: 2026 is compared with 2024.
    expect((await choose(2026, 'replacement')).problem).toMatchObject(late)
    expect((await choose(2026, 'smic')).status).toBe(204)
    expect((await choose(2026, 'replacement')).problem).toMatchObject(late)
    // 2026 follows: another method before it would change without a word.
    expect((await choose(2025, 'replacement')).problem).toMatchObject(late)
    expect((await choose(2026, 'replacement', 'Vote du bureau')).status).toBe(204)
    expect((await choose(2026, 'replacement', 'Vote du bureau')).status).toBe(204)
    const [row] = await queryAsOwner<{ versions: string }>(
      test,
      'select count(*) as versions from terreau.valuation_choice where cooperative_id = $1 and year = 2026',
      [t.cooperative.id],
    )
    expect(row?.versions).toBe('2')
  })
})

describe('a night on which the minimum wage changes', () => {
  const valued = async () =>
    (
      await call(test, t.adviser, 'GET /tutoring/hosts/:hostId/valuation', {
        params: { hostId: t.hostId },
        query: { year: 2026 },
      })
    ).body.lines.map((line) => [line.month, line.minutes, line.hourlyCents, line.valueCents])

  it('has the rate of the day on which the session began, for all of it', async () => {
    await call(test, t.adviser, 'PUT /tutoring/hosts/:hostId/valuation', {
      params: { hostId: t.hostId },
      body: { year: 2026, method: 'smic', levels: null, employerRateBp: null, reason: '' },
    })
    const checked = ['older-than-31-days' as const]
    for (const [startsAt, endsAt, heldOn] of [
      ['23:30', '01:30', '2026-05-31'],
      ['02:00', '03:00', '2026-06-01'],
    ] as const) {
      const night = t.session({ ...hours(startsAt, endsAt, heldOn), checked })
      const logged = await t.log(night)
      expect(logged.status).toBe(200)
      await t.confirm(logged.body.links)
      await t.sevenDaysLater()
      expect((await t.approve([{ id: night.id, version: 1 }])).status).toBe(200)
    }
    // An hour was worth 12.02 euros until 31 May, 12.31 from 1 June.
    expect(await valued()).toEqual([
      ['2026-05', 120, '1202', '2404'],
      ['2026-06', 60, '1231', '1231'],
    ])
    const sheetOf = async (month: string) =>
      (
        await call(test, t.adviser, 'GET /tutoring/time-sheets/:personId', {
          params: { personId: t.tutorId },
          query: { month },
        })
      ).body.lines.map((line) => [line.day, line.minutes])
    expect(await sheetOf('2026-05')).toEqual([['2026-05-31', 120]])
    expect(await sheetOf('2026-06')).toEqual([['2026-06-01', 60]])
  })
})

describe('a year whose minimum wage is not known', () => {
  it('has hours and no value, no sum of zero and no entries; the pay of a comparable job needs none', async () => {
    const old = t.session({ heldOn: '2019-10-05', checked: ['older-than-31-days'] })
    await t.confirm((await t.log(old)).body.links)
    await t.sevenDaysLater()
    expect((await t.approve([{ id: old.id, version: 1 }])).status).toBe(200)
    const of = { params: { hostId: t.hostId }, query: { year: 2019 } }
    const choose = (method: 'smic' | 'replacement') =>
      call(test, t.adviser, 'PUT /tutoring/hosts/:hostId/valuation', {
        params: { hostId: t.hostId },
        body: {
          year: 2019,
          method,
          levels: method === 'smic' ? null : { simple: '1501', skilled: '1501', expert: '1501' },
          employerRateBp: method === 'smic' ? null : '4200',
          reason: 'Vote du bureau',
        },
      })
    const read = async () =>
      (await call(test, t.adviser, 'GET /tutoring/hosts/:hostId/valuation', of)).body
    const lastCells = async () => {
      const table = await call(test, t.adviser, 'GET /tutoring/hosts/:hostId/valuation/table', of)
      return Buffer.from(await table.bytes())
        .toString('utf8')
        .trim()
        .split('\r\n')
        .at(-1)
        ?.split(';')
        .slice(6, 10)
    }
    expect((await choose('smic')).status).toBe(204)
    expect(await read()).toMatchObject({ totalMinutes: 60, totalCents: null, entries: [] })
    expect(await lastCells()).toEqual(['60', '', '', ''])
    expect((await choose('replacement')).status).toBe(204)
    // 15.01 euros and 42 % of it: 21.3142.
    expect(await read()).toMatchObject({ totalCents: '2131' })
    expect(await lastCells()).toEqual(['60', '', '', '21,31'])
  })
})
