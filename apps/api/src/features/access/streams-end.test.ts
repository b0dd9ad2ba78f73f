import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'

let test: TestApp
let cooperative: TestCooperative
let direction: Caller

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  direction = await givenUser(test, cooperative, ['direction'])
})
afterAll(() => test.close())

/** A stream whose first event was read: its subscription stands. */
async function streamTo(who: Caller) {
  const answer = await test.app.hono.request('http://localhost:3000/api/closings/2026-10/events', {
    headers: { host: 'localhost:3000', cookie: who.cookie },
  })
  expect(answer.headers.get('content-type')).toContain('text/event-stream')
  const reader = answer.body?.getReader()
  expect((await reader?.read())?.done).toBe(false)
  return {
    // A stream that stays open is read again after its next sign of life, fifteen seconds later.
    isOver: async () => (await reader?.read())?.done,
    close: () => reader?.cancel(),
  }
}

it('signing out ends what streams to the session, and to no other', async () => {
  const accountant = await givenUser(test, cooperative, ['accountant'])
  const mine = await streamTo(accountant)
  const other = await streamTo(direction)
  expect((await call(test, accountant, 'DELETE /session')).status).toBe(204)
  expect(await mine.isOver()).toBe(true)
  const pending = Symbol('open')
  const waited = new Promise((done) => setTimeout(done, 100, pending))
  expect(await Promise.race([other.isOver(), waited])).toBe(pending)
  await other.close()
})

it('so does ending the session from the list of devices', async () => {
  const accountant = await givenUser(test, cooperative, ['accountant'])
  const stream = await streamTo(accountant)
  const [session] = (await call(test, accountant, 'GET /sessions')).body
  const params = { sessionId: session?.id ?? '' }
  await call(test, accountant, 'DELETE /sessions/:sessionId', { params })
  expect(await stream.isOver()).toBe(true)
})

it('so does taking the role back, at once', async () => {
  const accountant = await givenUser(test, cooperative, ['accountant'])
  const stream = await streamTo(accountant)
  const params = { userId: accountant.userId, role: 'accountant' } as const
  const taken = await call(test, direction, 'DELETE /users/:userId/roles/:role', { params })
  expect(taken.status).toBe(204)
  expect(await stream.isOver()).toBe(true)
})
