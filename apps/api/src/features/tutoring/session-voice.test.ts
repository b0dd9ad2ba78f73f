import { afterAll, beforeAll, expect, it } from 'vitest'
import { givenTutoring, tokenOf } from '../../../test/given-tutoring.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenUser,
  type TestApp,
} from '../../../test/test-app.ts'
import { mp4Voice, webmVoice } from '../../../test/voice-files.ts'

let test: TestApp
let t: Awaited<ReturnType<typeof givenTutoring>>

beforeAll(async () => {
  test = await createTestApp()
  t = await givenTutoring(test)
})
afterAll(() => test.close())

async function givenLogged(heldOn: string) {
  const body = t.session({ heldOn })
  const { links } = (await t.log(body)).body
  return { sessionId: body.id, links, token: tokenOf(links[0]?.confirmationUrl) }
}

const say = (by: Caller, sessionId: string, options: { body?: Uint8Array; key?: string } = {}) =>
  call(test, by, 'POST /me/tutoring/sessions/:sessionId/voice', {
    params: { sessionId },
    body: webmVoice(),
    ...options,
  })
const hearOwn = (by: Caller, sessionId: string) =>
  call(test, by, 'GET /me/tutoring/sessions/:sessionId/voice', { params: { sessionId } })
const hear = (by: Caller, sessionId: string) =>
  call(test, by, 'GET /tutoring/sessions/:sessionId/voice', { params: { sessionId } })
const hearByLink = (token: string) =>
  call(test, null, 'GET /confirmations/:token/voice', { params: { token } })

it('a spoken note is heard by the tutor, by the person helped from the link, and by staff', async () => {
  const { sessionId, token } = await givenLogged('2026-10-05')
  expect((await t.ask(token)).body.voice).toBe('none')
  expect((await hearByLink(token)).status).toBe(404)
  const body = mp4Voice()
  expect((await say(t.tutor, sessionId, { body })).status).toBe(204)
  for (const file of [
    await hearOwn(t.tutor, sessionId),
    await hear(t.adviser, sessionId),
    await hearByLink(token),
  ]) {
    expect(await file.bytes()).toEqual(body)
    expect(file.headers.get('content-type')).toBe('audio/mp4')
  }
  expect((await t.ask(token)).body.voice).toBe('ready')
  expect((await t.read(sessionId)).session).toMatchObject({ voice: 'ready', version: 1 })
})

it('sent twice it counts once, also long after; another one is refused', async () => {
  const { sessionId } = await givenLogged('2026-10-06')
  const key = 'voice-of-one-session'
  const answers = [
    await say(t.tutor, sessionId, { key }),
    await say(t.tutor, sessionId, { key }),
    await say(t.tutor, sessionId),
  ]
  expect(answers.map(({ status }) => status)).toEqual([204, 204, 204])
  const other = await say(t.tutor, sessionId, { body: mp4Voice() })
  expect(other.problem?.code).toBe('tutoring-act-not-allowed')
})

it('nobody else hears it or adds one: another tutor, a tester, who only observes, another link', async () => {
  const { sessionId, token } = await givenLogged('2026-10-07')
  const stranger = await givenUser(test, t.cooperative, ['tutor'], { personId: t.tuteeId })
  expect((await say(stranger, sessionId)).status).toBe(404)
  await say(t.tutor, sessionId)
  expect((await hearOwn(stranger, sessionId)).status).toBe(404)
  expect((await hear(stranger, sessionId)).status).toBe(403)
  const observer = await givenUser(test, t.cooperative, ['observer'])
  expect((await hear(observer, sessionId)).status).toBe(403)
  const other = await givenLogged('2026-10-08')
  expect((await hearByLink(other.token)).status).toBe(404)
  expect((await hearByLink(`${token.slice(0, -1)}_`)).status).toBe(404)
})

it('what is no recording is refused; a session that was taken back takes none and plays none', async () => {
  const { sessionId, token } = await givenLogged('2026-10-09')
  const body = webmVoice({ kind: 1, codec: 'V_VP8' })
  expect((await say(t.tutor, sessionId, { body })).problem?.code).toBe('voice-unreadable')
  await say(t.tutor, sessionId)
  await call(test, t.tutor, 'DELETE /me/tutoring/sessions/:sessionId', { params: { sessionId } })
  expect((await hearOwn(t.tutor, sessionId)).status).toBe(404)
  expect((await hear(t.adviser, sessionId)).status).toBe(404)
  expect((await hearByLink(token)).status).toBe(404)
  expect((await say(t.tutor, sessionId)).status).toBe(404)
})

it('comes after the answer of the person helped without asking anew; not after the approval', async () => {
  const { sessionId, links } = await givenLogged('2026-10-12')
  await t.confirm(links)
  expect((await say(t.tutor, sessionId)).status).toBe(204)
  expect((await t.read(sessionId)).session).toMatchObject({ state: 'confirmed', version: 1 })
  const late = await givenLogged('2026-10-13')
  await t.confirm(late.links)
  await t.sevenDaysLater()
  expect((await t.approve([{ id: late.sessionId, version: 1 }])).status).toBe(200)
  expect((await say(t.tutor, late.sessionId)).problem?.code).toBe('tutoring-act-not-allowed')
})
