import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amendmentOf, givenTutoring } from '../../../test/given-tutoring.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import { call, createTestApp, type TestApp } from '../../../test/test-app.ts'

let test: TestApp
let t: Awaited<ReturnType<typeof givenTutoring>>
let relationId: string

beforeAll(async () => {
  test = await createTestApp()
  t = await givenTutoring(test)
  const { relations } = (await call(test, t.adviser, 'GET /tutoring/relations')).body
  relationId = relations[0]?.id ?? ''
})
afterAll(() => test.close())

interface Change {
  fromOn: string
  reason: 'written_wrong' | 'host_changed' | 'agreed_otherwise'
  kind: 'volunteer' | 'paid'
  hostId: string | null
}
const change = (body: Change) =>
  call(test, t.adviser, 'POST /tutoring/relations/:relationId/ways', {
    params: { relationId },
    body: { level: 'simple', ...body },
  })
const pair = async () =>
  (
    await call(test, t.adviser, 'GET /tutoring/relations/:relationId/agreement', {
      params: { relationId },
    })
  ).body
const valued = async (hostId: string) =>
  (
    await call(test, t.adviser, 'GET /tutoring/hosts/:hostId/valuation', {
      params: { hostId },
      query: { year: 2026 },
    })
  ).body.totalMinutes
const noted = async (heldOn: string) => {
  const { body } = await t.log(t.session({ heldOn, checked: ['older-than-31-days'] }))
  return body
}

describe('a paid mission that was written down as volunteering', () => {
  it('stops counting as volunteering from its first day, once its approved hours are corrected', async () => {
    const before = await noted('2026-09-10')
    const mission = await noted('2026-10-06')
    await t.confirm([...before.links, ...mission.links])
    await t.sevenDaysLater()
    expect((await t.approve([before, mission].map(({ id }) => ({ id, version: 1 })))).status).toBe(
      200,
    )
    const open = await noted('2026-10-13')
    expect(await valued(t.hostId)).toBe(120)
    const paid = { reason: 'written_wrong', kind: 'paid', hostId: null } as const
    const future = await change({ ...paid, fromOn: '2026-11-03' })
    expect(future.problem.errors).toEqual([{ pointer: '/body/fromOn', code: 'date-in-future' }])
    expect((await change({ ...paid, fromOn: '2026-10-01' })).status).toBe(204)
    const kindOf = async (id: string) => (await t.read(id)).session.kind
    expect(await Promise.all([before, mission, open].map(({ id }) => kindOf(id)))).toEqual([
      'volunteer',
      'volunteer',
      'paid',
    ])
    // What was approved stays until somebody corrects it, and the page of the pair says which.
    const shown = await pair()
    expect(shown.otherwise.map(({ id }) => id)).toEqual([mission.id])
    expect(shown.ways.map(({ kind, fromOn, reason }) => [kind, fromOn, reason])).toEqual([
      ['paid', '2026-10-01', 'written_wrong'],
      ['volunteer', '2026-09-01', 'first'],
    ])
    const body = amendmentOf(t.session({ heldOn: '2026-10-06', checked: ['older-than-31-days'] }))
    const corrected = await call(test, t.adviser, 'PUT /tutoring/sessions/:sessionId', {
      params: { sessionId: mission.id },
      body,
      ifMatch: 1,
    })
    expect(corrected.status).toBe(204)
    expect((await t.read(mission.id)).session).toMatchObject({ kind: 'paid', state: 'noted' })
    expect((await pair()).otherwise).toEqual([])
    expect(await valued(t.hostId)).toBe(60)
    const { figures } = (await call(test, t.adviser, 'GET /tutoring')).body
    expect(figures.map((one) => [one.kind, one.sessions])).toEqual([
      ['volunteer', 1],
      ['paid', 2],
    ])
  })
})

describe('a company that becomes a SCIC', () => {
  it('has volunteers from that day on, and none before', async () => {
    const hostOf = async (name: string, form: 'company' | 'scic') =>
      (await call(test, t.adviser, 'POST /tutoring/hosts', { body: { name, form } })).body.id
    const companyId = await hostOf('Les Ateliers', 'company')
    const free = { reason: 'host_changed', kind: 'volunteer' } as const
    const refused = await change({ ...free, fromOn: '2026-10-20', hostId: companyId })
    expect(refused.problem.code).toBe('volunteer-in-company')
    const scicId = await hostOf('Les Ateliers (SCIC)', 'scic')
    expect((await change({ ...free, fromOn: '2026-10-20', hostId: scicId })).status).toBe(204)
    const [before, after] = [await noted('2026-10-19'), await noted('2026-10-20')]
    expect((await t.read(before.id)).session.kind).toBe('paid')
    expect((await t.read(after.id)).session.kind).toBe('volunteer')
    await t.confirm(after.links)
    await t.sevenDaysLater()
    await t.approve([{ id: after.id, version: 1 }])
    expect([await valued(scicId), await valued(companyId)]).toEqual([60, 0])
    expect(await pair()).toMatchObject({ kind: 'volunteer', hostName: 'Les Ateliers (SCIC)' })
  })

  it('leaves what was written for a later day as it is when an earlier one is corrected', async () => {
    const earlier = { fromOn: '2026-09-15', reason: 'agreed_otherwise', hostId: null } as const
    expect((await change({ ...earlier, kind: 'paid' })).status).toBe(204)
    expect(await pair()).toMatchObject({ kind: 'volunteer', hostName: 'Les Ateliers (SCIC)' })
    const [row] = await queryAsOwner<{ kind: string }>(
      test,
      `select kind from terreau.way_on($1, $2, '2026-09-15')`,
      [t.cooperative.id, relationId],
    )
    expect(row?.kind).toBe('paid')
  })
})
