import { sql } from 'kysely'
import { generateSync } from 'otplib'
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

const PASSWORD = 'cheval correct agrafe pile'

function callerOf(answer: { headers: Headers }): Caller {
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
  return { userId: '', personId: null, cookie }
}

describe('passwords and second factors', () => {
  let test: TestApp
  let cooperative: TestCooperative
  beforeAll(async () => {
    test = await createTestApp()
    cooperative = await givenCooperative(test)
  })
  afterAll(() => test.close())

  async function givenPassword(email: string, roles: Parameters<typeof givenUser>[2]) {
    const caller = await givenUser(test, cooperative, roles, { email })
    const set = await call(test, caller, 'PUT /password', { body: { password: PASSWORD } })
    expect(set.status).toBe(204)
    return caller
  }

  function enter(email: string, totp?: string, password = PASSWORD) {
    const body = { email, password, ...(totp === undefined ? {} : { totp }) }
    return call(test, null, 'POST /sign-in/password', { body })
  }

  /** Sets a second factor up, as the security page does; gives the secret of the application of codes. */
  async function setUpTotp(caller: Caller): Promise<{ secret: string; caller: Caller }> {
    const begun = await call(test, caller, 'POST /totp', { body: {} })
    const { secret } = begun.body
    const confirmed = await call(test, caller, 'PUT /totp', {
      body: { code: generateSync({ secret }) },
    })
    expect(confirmed.status).toBe(204)
    return { secret, caller: callerOf(confirmed) }
  }

  /** A code of the next half minute: the one of now was used to confirm. */
  function nextCode(secret: string): string {
    return generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + 30 })
  }

  it('opens the space of a tester with a password alone', async () => {
    await givenPassword('tester@exemple.test', ['tester'])
    const opened = await enter('tester@exemple.test')
    expect(opened.body).toEqual({ home: '/moi', mustSetUpTotp: false })
    expect((await enter('tester@exemple.test', undefined, 'autre chose du tout')).status).toBe(401)
  })

  it('opens no staff page with a password alone, only the set-up of a second factor', async () => {
    await givenPassword('staff@exemple.test', ['direction'])
    const opened = await enter('staff@exemple.test')
    expect(opened.body).toEqual({ home: '/gestion', mustSetUpTotp: true })
    const caller = callerOf(opened)
    const refused = await call(test, caller, 'GET /users')
    expect(refused.status).toBe(403)
    expect(refused.problem.code).toBe('second-factor-required')
    const { caller: raised } = await setUpTotp(caller)
    expect(raised.cookie).not.toBe(caller.cookie)
    expect((await call(test, raised, 'GET /users')).status).toBe(200)
    expect((await call(test, caller, 'GET /session')).status).toBe(401)
  })

  it('gives no session before the second factor, by password or by mailed code', async () => {
    const caller = await givenPassword('two@exemple.test', ['adviser'])
    const { secret } = await setUpTotp(caller)
    const first = await enter('two@exemple.test')
    expect(first.status).toBe(401)
    expect(first.problem.code).toBe('sign-in-second-factor')
    expect(first.headers.get('set-cookie')).toBeNull()
    const second = await enter('two@exemple.test', nextCode(secret))
    expect(second.status).toBe(200)
    expect(second.body.mustSetUpTotp).toBe(false)
  })

  it('refuses a code that was used once already', async () => {
    const caller = await givenPassword('replay@exemple.test', ['adviser'])
    const { secret } = await setUpTotp(caller)
    const code = nextCode(secret)
    expect((await enter('replay@exemple.test', code)).status).toBe(200)
    const again = await enter('replay@exemple.test', code)
    expect(again.status).toBe(422)
    expect(again.problem.code).toBe('totp-code-wrong')
  })

  it('replaces a second factor only for whoever holds it', async () => {
    const caller = await givenPassword('replace@exemple.test', ['adviser'])
    const { secret, caller: raised } = await setUpTotp(caller)
    expect((await call(test, raised, 'POST /totp', { body: {} })).status).toBe(422)
    const begun = await call(test, raised, 'POST /totp', { body: { code: nextCode(secret) } })
    expect(begun.status).toBe(200)
    expect((await enter('replace@exemple.test')).problem.code).toBe('sign-in-second-factor')
  })

  it('keeps neither passwords nor secrets in clear, nor in the journal', async () => {
    const journal = await asCommand(test, cooperative.id, async (_ctx, tx) => {
      const { rows } = await sql<{ text: string }>`
        select coalesce(string_agg(before::text || after::text, ' '), '') as text
          from terreau.audit_entry`.execute(tx)
      return rows[0]?.text ?? ''
    })
    expect(journal).not.toContain(PASSWORD)
    const { rows } = await sql<{ hash: string }>`
      select password_hash as hash from terreau.app_user`.execute(test.services.db)
    expect(rows).toEqual([])
  })

  it('ends every other session when the password changes', async () => {
    const kept = await givenPassword('change@exemple.test', ['tester'])
    const other = callerOf(await enter('change@exemple.test'))
    expect((await call(test, other, 'GET /session')).status).toBe(200)
    const refused = await call(test, kept, 'PUT /password', {
      body: { current: 'pas le bon du tout', password: `${PASSWORD} neuve` },
    })
    expect(refused.status).toBe(401)
    const changed = await call(test, kept, 'PUT /password', {
      body: { current: PASSWORD, password: `${PASSWORD} neuve` },
    })
    expect(changed.status).toBe(204)
    expect((await call(test, other, 'GET /session')).status).toBe(401)
    expect((await call(test, kept, 'GET /session')).status).toBe(200)
    expect((await enter('change@exemple.test')).status).toBe(401)
  })

  it('asks staff for a longer password, at its field', async () => {
    const staff = await givenUser(test, cooperative, ['accountant'])
    const refused = await call(test, staff, 'PUT /password', { body: { password: 'onze mangues' } })
    expect(refused.status).toBe(422)
    expect(refused.problem.errors).toEqual([
      { pointer: '/body/password', code: 'password-too-short', params: { least: 15 } },
    ])
  })

  it('signs a colleague who lost their phone out, and lets them begin again', async () => {
    const direction = await givenUser(test, cooperative, ['direction'])
    const colleague = await givenPassword('lost@exemple.test', ['adviser'])
    const { caller: raised } = await setUpTotp(colleague)
    const done = await call(test, direction, 'DELETE /users/:userId/second-factor', {
      params: { userId: colleague.userId },
    })
    expect(done.status).toBe(204)
    expect((await call(test, raised, 'GET /session')).status).toBe(401)
    expect((await enter('lost@exemple.test')).body.mustSetUpTotp).toBe(true)
  })

  it('lets no cooperative weaken the way into another one', async () => {
    const direction = await givenUser(test, cooperative, ['direction'])
    const other = await givenCooperative(test, 'Coopérative Karité')
    const email = 'both@exemple.test'
    await givenUser(test, other, ['direction'], { email })
    const colleague = await givenUser(test, cooperative, ['adviser'], { email })
    const refused = await call(test, direction, 'DELETE /users/:userId/second-factor', {
      params: { userId: colleague.userId },
    })
    expect(refused.status).toBe(404)
  })
})
