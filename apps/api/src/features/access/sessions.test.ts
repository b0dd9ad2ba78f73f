import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'

describe('a session', () => {
  let test: TestApp
  let cooperative: TestCooperative
  beforeAll(async () => {
    test = await createTestApp()
    cooperative = await givenCooperative(test)
  })
  afterAll(() => test.close())

  const change = (userId: string, assignment: string) =>
    queryAsOwner(test, `update terreau.session set ${assignment} where user_id = $1`, [userId])
  const lifetimes = async (userId: string) => {
    const [row] = await queryAsOwner<{ idle: number; absolute: number }>(
      test,
      `select extract(epoch from idle_expires_at - created_at)::int as idle,
              extract(epoch from expires_at - created_at)::int as absolute
         from terreau.session where user_id = $1`,
      [userId],
    )
    return row
  }

  it('lasts an idle hour and half a day for staff, a season for testers', async () => {
    const adviser = await givenUser(test, cooperative, ['adviser'])
    const tester = await givenUser(test, cooperative, ['tester'])
    expect(await lifetimes(adviser.userId)).toEqual({ idle: 3_600, absolute: 43_200 })
    expect(await lifetimes(tester.userId)).toEqual({ idle: 90 * 86_400, absolute: 365 * 86_400 })
  })

  it.each([
    "idle_expires_at = now() - interval '1 second'",
    'expires_at = now()',
    'revoked_at = now()',
  ])('opens nothing once %s', async (assignment) => {
    const user = await givenUser(test, cooperative, ['tester'])
    expect((await call(test, user, 'GET /session')).status).toBe(200)
    await change(user.userId, assignment)
    expect((await call(test, user, 'GET /session')).status).toBe(401)
  })

  it('slides when it is used, up to its end', async () => {
    const user = await givenUser(test, cooperative, ['adviser'])
    await change(
      user.userId,
      `last_seen_at = now() - interval '30 minutes', idle_expires_at = now() + interval '30 minutes'`,
    )
    await call(test, user, 'GET /session')
    const [row] = await queryAsOwner<{ left: number }>(
      test,
      `select extract(epoch from idle_expires_at - now())::int as left from terreau.session where user_id = $1`,
      [user.userId],
    )
    expect(row?.left).toBeGreaterThan(3_500)
  })

  it('ends for good when its owner leaves', async () => {
    const user = await givenUser(test, cooperative, ['tester'])
    const left = await call(test, user, 'DELETE /session')
    expect(left.headers.get('set-cookie')).toMatch(/^terreau=;.*Max-Age=0/)
    expect((await call(test, user, 'GET /session')).status).toBe(401)
  })

  it('travels in a cookie that scripts and other sites do not get', async () => {
    const user = await givenUser(test, cooperative, ['tester'])
    const set = await call(test, user, 'PUT /session/cooperative', {
      body: { cooperativeId: cooperative.id },
    })
    const cookie = set.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^terreau=[\w-]{43}; /)
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).toMatch(/Path=\//)
  })

  it('is kept as a hash: the database opens nothing', async () => {
    const user = await givenUser(test, cooperative, ['tester'])
    const token = user.cookie.slice('terreau='.length)
    const [row] = await queryAsOwner<{ text: string }>(
      test,
      `select row_to_json(s)::text || encode(token_hash, 'escape') as text
         from terreau.session s where user_id = $1`,
      [user.userId],
    )
    expect(row?.text).not.toContain(token)
  })
})
