import { afterAll, beforeAll, expect, it } from 'vitest'
import { draft, typedSale } from '../../../../test/given-draft.ts'
import { givenScheme, givenTester, type TestScheme } from '../../../../test/given-money.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../../test/test-app.ts'
import { mp4Voice, webmVoice } from '../../../../test/voice-files.ts'

let test: TestApp
let coop: TestCooperative
let scheme: TestScheme
let staff: Caller

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test, 'Coopérative Baobab', '2026-06')
  scheme = await givenScheme(test, coop)
  staff = await givenUser(test, coop, ['adviser'])
})
afterAll(() => test.close())

const params = { month: '2026-10' }

async function givenAsked() {
  const { personId } = await givenTester(test, coop, scheme)
  const caller = await givenUser(test, coop, ['tester'], { personId })
  const sent = await call(test, caller, 'POST /me/declarations/:month/submission', {
    params,
    body: draft({ sales: [typedSale('100')] }),
  })
  const { id } = sent.body
  const asked = await call(test, staff, 'POST /declarations/:id/questions', {
    params: { id },
    body: { lineId: null, text: 'Qui a payé ?' },
  })
  return { caller, personId, id, questionId: asked.body.questionId }
}

const speak = (by: Caller, questionId: string, options: { body?: Uint8Array; key?: string } = {}) =>
  call(test, by, 'POST /me/questions/:questionId/voice', {
    params: { questionId },
    body: webmVoice(),
    ...options,
  })
const write = (by: Caller, questionId: string, key?: string) =>
  call(test, by, 'POST /me/questions/:questionId/answer', {
    params: { questionId },
    body: { text: 'Ma cousine.' },
    ...(key === undefined ? {} : { key }),
  })
const seen = async (id: string) =>
  (await call(test, staff, 'GET /declarations/:id', { params: { id } })).body
const hear = (by: Caller, id: string, questionId: string) =>
  call(test, by, 'GET /declarations/:id/questions/:questionId/voice', {
    params: { id, questionId },
  })
const hearOwn = (by: Caller, questionId: string) =>
  call(test, by, 'GET /me/questions/:questionId/voice', { params: { questionId } })

it('a voice answers a question, sent twice it counts once, and words may join it', async () => {
  const { caller, id, questionId } = await givenAsked()
  const key = 'voice-of-one-phone'
  const first = await speak(caller, questionId, { key })
  const again = await speak(caller, questionId, { key })
  expect([first.body, again.body]).toEqual([{ state: 'submitted' }, { state: 'submitted' }])
  expect(await seen(id)).toMatchObject({
    state: 'submitted',
    questions: [{ answer: '', voice: 'ready' }],
  })
  expect((await speak(caller, questionId)).problem?.code).toBe('question-already-answered')
  const words = [
    await write(caller, questionId, 'words-of-one-phone'),
    await write(caller, questionId, 'words-of-one-phone'),
  ]
  expect(words.map((answer) => answer.status)).toEqual([200, 200])
  expect((await seen(id)).questions).toMatchObject([{ answer: 'Ma cousine.', voice: 'ready' }])
  expect((await write(caller, questionId)).problem?.code).toBe('question-already-answered')
})

it('both sides hear what was sent, as an attachment, whole or in parts', async () => {
  const { caller, id, questionId } = await givenAsked()
  const body = mp4Voice()
  await speak(caller, questionId, { body })
  for (const file of [await hear(staff, id, questionId), await hearOwn(caller, questionId)]) {
    expect(await file.bytes()).toEqual(body)
    expect(file.headers.get('content-type')).toBe('audio/mp4')
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; .*\.m4a$/)
    expect(file.headers.get('content-security-policy')).toMatch(/^sandbox/)
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
  }
  const part = await test.app.hono.request(
    `http://localhost:3000/api/me/questions/${questionId}/voice`,
    { headers: { host: 'localhost:3000', cookie: caller.cookie, range: 'bytes=2-5' } },
  )
  expect([part.status, part.headers.get('content-range')]).toEqual([
    206,
    `bytes 2-5/${body.length}`,
  ])
  expect(new Uint8Array(await part.arrayBuffer())).toEqual(body.subarray(2, 6))
})

it('nobody else hears or answers it; who only observes reads the words', async () => {
  const { caller, id, questionId } = await givenAsked()
  const other = await givenAsked()
  expect((await speak(other.caller, questionId)).status).toBe(404)
  await speak(caller, questionId)
  expect((await hearOwn(other.caller, questionId)).status).toBe(404)
  expect((await hear(staff, other.id, questionId)).status).toBe(404)
  const observer = await givenUser(test, coop, ['observer'])
  expect((await hear(observer, id, questionId)).status).toBe(403)
  expect((await hear(caller, id, questionId)).status).toBe(403)
})

it('what is no recording is refused with a sentence, and the question stays open', async () => {
  const { caller, id, questionId } = await givenAsked()
  const refusals = [
    [Uint8Array.from(Buffer.from('<script>alert(1)</script>')), 'voice-unreadable'],
    [webmVoice({ kind: 1, codec: 'V_VP8' }), 'voice-unreadable'],
    [new Uint8Array(2 * 1024 * 1024 + 1), 'body-too-large'],
  ] as const
  for (const [body, code] of refusals) {
    expect((await speak(caller, questionId, { body })).problem?.code).toBe(code)
  }
  expect(await seen(id)).toMatchObject({ state: 'question', questions: [{ voice: 'none' }] })
})

it('a question that was withdrawn says so, not that it was answered', async () => {
  const { caller, id, questionId } = await givenAsked()
  await call(test, staff, 'DELETE /declarations/:id/questions/:questionId', {
    params: { id, questionId },
  })
  expect((await speak(caller, questionId)).problem?.code).toBe('question-closed')
  expect((await write(caller, questionId)).problem?.code).toBe('question-closed')
})

it('after the decision of staff nothing is added', async () => {
  const { caller, id, questionId } = await givenAsked()
  await write(caller, questionId)
  const { version } = await seen(id)
  await call(test, staff, 'POST /declarations/:id/acceptance', { params: { id }, ifMatch: version })
  expect((await speak(caller, questionId)).problem?.code).toBe('question-closed')
})
