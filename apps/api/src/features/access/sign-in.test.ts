import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  asCommand,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  runJob,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'
import { mailSignInJob } from './request-sign-in.ts'

/** The session cookie of an answer, as a caller. */
function callerOf(answer: { headers: Headers }) {
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { userId: '', personId: null, cookie }
}

describe('signing in with a mailed code', () => {
  let test: TestApp
  let cooperative: TestCooperative
  beforeAll(async () => {
    test = await createTestApp()
    cooperative = await givenCooperative(test)
  })
  afterAll(() => test.close())

  /** Asks for a code as the page does, lets the worker write the mail, and reads it. */
  async function askCode(email: string): Promise<{ code: string; token: string }> {
    const asked = await call(test, null, 'POST /sign-in/code', { body: { email } })
    expect(asked.status).toBe(200)
    await runJob(test, mailSignInJob, { cooperativeId: '', email: email.trim().toLowerCase() })
    const mail = await asCommand(test, cooperative.id, (_ctx, tx) =>
      tx
        .selectFrom('mail')
        .selectAll()
        .where('toAddress', '=', email)
        .orderBy('createdAt', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow(),
    )
    return {
      code: /\b\d{6}\b/.exec(mail.body)?.[0] ?? '',
      token: /lien\/([\w-]{43})/.exec(mail.body)?.[1] ?? '',
    }
  }

  it('opens a session with the code of the mail, once', async () => {
    const email = 'awa@exemple.test'
    await givenUser(test, cooperative, ['tester'], { email })
    const { code } = await askCode(email)
    const body = { email, code: `${code.slice(0, 3)} ${code.slice(3)}` }
    const opened = await call(test, null, 'POST /sign-in/code/check', { body })
    expect(opened.status).toBe(200)
    expect(opened.body).toEqual({ home: '/moi', mustSetUpTotp: false })
    const session = await call(test, callerOf(opened), 'GET /session')
    expect(session.body.user.email).toBe(email)
    expect(session.body.cooperative.id).toBe(cooperative.id)
    const again = await call(test, null, 'POST /sign-in/code/check', { body })
    expect(again.status).toBe(401)
    expect(again.problem.code).toBe('sign-in-refused')
  })

  it('keeps an older code valid for its own quarter of an hour', async () => {
    const email = 'older@exemple.test'
    await givenUser(test, cooperative, ['tester'], { email })
    const first = await askCode(email)
    await askCode(email)
    const opened = await call(test, null, 'POST /sign-in/code/check', {
      body: { email, code: first.code },
    })
    expect(opened.status).toBe(200)
  })

  it('refuses the right code after five wrong ones', async () => {
    const email = 'guessed@exemple.test'
    await givenUser(test, cooperative, ['tester'], { email })
    const { code } = await askCode(email)
    const wrong = code === '000000' ? '111111' : '000000'
    for (let n = 0; n < 5; n += 1) {
      const refused = await call(test, null, 'POST /sign-in/code/check', {
        body: { email, code: wrong },
      })
      expect(refused.status).toBe(401)
    }
    const right = await call(test, null, 'POST /sign-in/code/check', { body: { email, code } })
    expect(right.status).toBe(401)
  })

  it('lets a link be used by a POST, once', async () => {
    const email = 'link@exemple.test'
    await givenUser(test, cooperative, ['tutor'], { email })
    const { token } = await askCode(email)
    const opened = await call(test, null, 'POST /sign-in/link', { body: { token } })
    expect(opened.body).toEqual({ home: '/tutorat', mustSetUpTotp: false })
    const again = await call(test, null, 'POST /sign-in/link', { body: { token } })
    expect(again.status).toBe(410)
  })

  it('stops after ten checks of one account in a quarter of an hour', async () => {
    const email = 'nobody-at-all@exemple.test'
    const body = { email, code: '123456' }
    for (let n = 0; n < 10; n += 1) {
      expect((await call(test, null, 'POST /sign-in/code/check', { body })).status).toBe(401)
    }
    const stopped = await call(test, null, 'POST /sign-in/code/check', { body })
    expect(stopped.status).toBe(429)
    expect(stopped.problem.code).toBe('too-many-attempts')
  })
})
