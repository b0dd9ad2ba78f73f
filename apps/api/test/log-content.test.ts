import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mailSignInJob } from '../src/features/access/request-sign-in.ts'
import { draft, typedSale } from './given-draft.ts'
import { givenScheme, givenTester } from './given-money.ts'
import { queryAsOwner } from './query-as-owner.ts'
import {
  asCommand,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  runJob,
  type TestApp,
} from './test-app.ts'

let test: TestApp
let lines = ''

beforeAll(async () => {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines += String(chunk)
      done()
    },
  })
  test = await createTestApp({ log: pino({ level: 'debug', base: null }, stream) })
})
afterAll(() => test.close())

describe('the log', () => {
  it('tells what happened, and nothing of the people it happened to', async () => {
    const email = 'binta.traore@exemple.test'
    const familyName = 'Traoré-Ɓaldé'
    const customer = 'Épicerie Confidentielle'
    const coop = await givenCooperative(test, 'Coopérative Baobab', '2026-09')
    const scheme = await givenScheme(test, coop)
    const { personId } = await givenTester(test, coop, scheme, { familyName, email })
    await givenUser(test, coop, ['tester'], { personId, email, displayName: `Awa ${familyName}` })

    await call(test, null, 'POST /sign-in/code', { body: { email } })
    await runJob(test, mailSignInJob, { cooperativeId: '', email })
    const mail = await asCommand(test, coop.id, (_ctx, tx) =>
      tx.selectFrom('mail').select('body').where('toAddress', '=', email).executeTakeFirstOrThrow(),
    )
    const code = /\b\d{6}\b/.exec(mail.body)?.[0] ?? ''
    const link = /lien\/([\w-]{43})/.exec(mail.body)?.[1] ?? ''
    expect(code).not.toBe('')
    expect(link).not.toBe('')
    const refused = await call(test, null, 'POST /sign-in/password', {
      body: { email, password: 'un mot de passe secret et faux' },
    })
    expect(refused.status).toBe(401)
    const opened = await call(test, null, 'POST /sign-in/code/check', { body: { email, code } })
    expect(opened.status).toBe(200)
    const cookie = opened.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const caller = { userId: '', personId, cookie }

    const month = { month: '2026-10' }
    const good = draft({ sales: [typedSale('1234,56', { customer })] })
    const sent = await call(test, caller, 'POST /me/declarations/:month/submission', {
      params: month,
      body: good,
    })
    expect(sent.status).toBeLessThan(300)
    const bad = { ...draft(), sales: [{ ...typedSale('7777,77', { customer }), soldOn: email }] }
    const invalid = await call(test, caller, 'PUT /me/declarations/:month/draft', {
      params: month,
      body: bad as ReturnType<typeof draft>,
    })
    expect(invalid.status).toBe(400)

    // The database itself quotes the row in its refusal: the log must not repeat it.
    await queryAsOwner(
      test,
      `alter table terreau.app_user add constraint no_such_rule check (locale <> 'en') not valid`,
    )
    const fault = await call(test, caller, 'PUT /session/locale', { body: { locale: 'en' } })
    expect(fault.status).toBe(500)

    const records = lines
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg: string })
    const told = records.map((record) => record.msg)
    expect(told.filter((msg) => msg === 'request').length).toBeGreaterThanOrEqual(6)
    expect(told).toContain('request failed')
    const token = cookie.split('=')[1] ?? ''
    expect(token.length).toBeGreaterThan(20)
    const words = ['binta.traore', 'exemple.test', 'Traor', 'Ɓald', 'Awa', 'Confidentielle', '7777']
    const secrets = [code, link, token, 'mot de passe secret', 'Baobab', '1990-01-31']
    for (const word of [...words, ...secrets]) expect(lines).not.toContain(word)
  })
})
