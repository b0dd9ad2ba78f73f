import type { CooperativeZone } from '@terreau/domain/time/zoned-day'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  givenDeclaration,
  givenScheme,
  givenSetting,
  givenTester,
  saleLine,
} from '../../../test/given-money.ts'
import { givenTutoring } from '../../../test/given-tutoring.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import { call, createTestApp, givenUser, type TestApp } from '../../../test/test-app.ts'

let test: TestApp

beforeAll(async () => {
  test = await createTestApp()
})
afterAll(() => test.close())

/** Whoever signs in does so now: a session of the past is over. */
function tutoringIn(timeZone: CooperativeZone) {
  test.setNow(null)
  return givenTutoring(test, { timeZone })
}

describe('days of a cooperative overseas', () => {
  it.each([
    ['Indian/Reunion', '2026-11-02T20:30:00Z', '2026-11-03'],
    ['Pacific/Noumea', '2026-11-02T13:00:00Z', '2026-11-03'],
    ['America/Martinique', '2026-11-03T03:30:00Z', '2026-11-02'],
    ['Europe/Paris', '2026-11-02T22:30:00Z', '2026-11-02'],
  ] as const)(
    'are those of %s: at %s a session of %s is noted, the next day has not come',
    async (zone, now, day) => {
      const t = await tutoringIn(zone)
      test.setNow(now)
      const session = await call(test, t.tutor, 'GET /session')
      expect(session.body).toMatchObject({ today: day, cooperative: { timeZone: zone } })
      expect((await t.log(t.session({ heldOn: day }))).status).toBe(200)
      const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
      const early = await t.log(t.session({ heldOn: next }))
      expect(early.problem.errors?.map(({ code }) => code)).toEqual(['session-in-future'])
    },
  )

  it('count a night of a change of clocks only where clocks change', async () => {
    const minutes = async (zone: CooperativeZone, heldOn: string) => {
      const t = await tutoringIn(zone)
      test.setNow('2026-11-03T12:00:00Z')
      const hours = { heldOn, startsAt: '01:00', endsAt: '04:00', minutes: null }
      const { body } = await t.log(t.session(hours))
      return (await t.read(body.id)).session.minutes
    }
    expect(await minutes('Europe/Paris', '2026-10-25')).toBe(240)
    expect(await minutes('Indian/Reunion', '2026-10-25')).toBe(180)
    expect(await minutes('America/Miquelon', '2026-11-01')).toBe(240)
  })

  it('say whether a declaration came late', async () => {
    const t = await tutoringIn('America/Cayenne')
    await givenSetting(test, t.cooperative, { key: 'declaration_deadline_day', value: '5' })
    const scheme = await givenScheme(test, t.cooperative)
    const person = await givenTester(test, t.cooperative, scheme, { kind: 'CAPE' })
    const id = await givenDeclaration(test, t.cooperative, person, '2026-10', {
      lines: { sales: [saleLine(100_000n)] },
    })
    const lateness = async (sentAt: string) => {
      await queryAsOwner(test, 'update terreau.declaration set submitted_at = $2 where id = $1', [
        id,
        sentAt,
      ])
      const { body } = await call(test, t.adviser, 'GET /declarations/:id', { params: { id } })
      return body.isLate
    }
    // The time limit is the 5th: midnight of Cayenne is four in the morning of Paris.
    expect(await lateness('2026-11-06T02:30:00Z')).toBe(false)
    expect(await lateness('2026-11-06T03:30:00Z')).toBe(true)
  })

  it('follow the setting at once, and an edit that does not name the zone leaves it', async () => {
    const t = await tutoringIn('Europe/Paris')
    const direction = await givenUser(test, t.cooperative, ['direction'])
    test.setNow('2026-11-02T20:30:00Z')
    const { body } = await call(test, direction, 'GET /cooperative')
    const { version, firstMonth: _f, hasLogo: _l, timeZone: _z, ...identity } = body
    const put = (more: object, ifMatch: number) =>
      call(test, direction, 'PUT /cooperative', { body: { ...identity, ...more }, ifMatch })
    const changed = await put({ timeZone: 'Indian/Mayotte' }, version)
    expect(changed.body.timeZone).toBe('Indian/Mayotte')
    expect((await put({}, changed.body.version)).body.timeZone).toBe('Indian/Mayotte')
    expect((await put({ timeZone: 'America/New_York' }, version + 2)).status).toBe(400)
    expect((await call(test, t.tutor, 'GET /session')).body.today).toBe('2026-11-02')
    test.setNow('2026-11-02T21:30:00Z')
    expect((await call(test, t.tutor, 'GET /session')).body.today).toBe('2026-11-03')
  })
})
