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
import { createApp } from '../../app.ts'
import { mailSignIn } from './request-sign-in.ts'
import { readSetupCode } from './setup-code.ts'

describe('the team of a cooperative', () => {
  let test: TestApp
  let cooperative: TestCooperative
  let direction: Caller
  beforeAll(async () => {
    test = await createTestApp()
    cooperative = await givenCooperative(test)
    direction = await givenUser(test, cooperative, ['direction'])
  })
  afterAll(() => test.close())

  const invite = (email: string, role: 'adviser' | 'direction' = 'adviser') =>
    call(test, direction, 'POST /users', { body: { displayName: 'Léa Marchand', email, role } })

  it('grows by a mailed invitation', async () => {
    const invited = await invite('Lea@Exemple.test')
    expect(invited.status).toBe(200)
    const users = await call(test, direction, 'GET /users')
    expect(users.body.find((u) => u.id === invited.body.id)).toEqual({
      id: invited.body.id,
      displayName: 'Léa Marchand',
      email: 'lea@exemple.test',
      roles: ['adviser'],
      hasTotp: false,
    })
    const mails = await call(test, direction, 'GET /mails')
    expect(mails.body.mails[0]?.toAddress).toBe('lea@exemple.test')
    expect(mails.body.mails[0]?.body).toContain('/connexion')
  })

  it('keeps the name somebody already has elsewhere', async () => {
    const other = await givenCooperative(test, 'Coopérative Karité')
    const email = 'partout@exemple.test'
    await givenUser(test, other, ['tutor'], { email, displayName: 'Issa Koné' })
    const invited = await invite(email)
    const users = await call(test, direction, 'GET /users')
    expect(users.body.find((u) => u.id === invited.body.id)?.displayName).toBe('Issa Koné')
  })

  it('takes a role back at once, and the session with the last role', async () => {
    const adviser = await givenUser(test, cooperative, ['adviser'])
    expect((await call(test, adviser, 'GET /people')).status).toBe(200)
    const revoked = await call(test, direction, 'DELETE /users/:userId/roles/:role', {
      params: { userId: adviser.userId, role: 'adviser' },
    })
    expect(revoked.status).toBe(204)
    expect((await call(test, adviser, 'GET /people')).status).toBe(401)
  })

  it('never loses its last direction', async () => {
    const alone = await givenCooperative(test, 'Coopérative Moringa')
    const only = await givenUser(test, alone, ['direction'])
    const params = { userId: only.userId, role: 'direction' } as const
    const refused = await call(test, only, 'DELETE /users/:userId/roles/:role', { params })
    expect(refused.status).toBe(409)
    expect(refused.problem.code).toBe('last-direction')
  })

  it('keeps one direction when the last two take each other’s role back together', async () => {
    const pair = await givenCooperative(test, 'Coopérative Néré')
    const [a, b] = [
      await givenUser(test, pair, ['direction']),
      await givenUser(test, pair, ['direction']),
    ]
    const take = (by: Caller, from: Caller) =>
      call(test, by, 'DELETE /users/:userId/roles/:role', {
        params: { userId: from.userId, role: 'direction' },
      })
    const answers = await Promise.all([take(a, b), take(b, a)])
    expect(answers.filter((answer) => answer.status === 204)).toHaveLength(1)
  })

  it('ends the long session of a tester who becomes staff', async () => {
    const email = 'promue@exemple.test'
    const tester = await givenUser(test, cooperative, ['tester'], { email })
    expect((await call(test, tester, 'GET /session')).status).toBe(200)
    await invite(email)
    expect((await call(test, tester, 'GET /session')).status).toBe(401)
  })

  it('lists only one’s own devices, and signs them out only', async () => {
    const email = 'appareils@exemple.test'
    const phone = await givenUser(test, cooperative, ['tester'], { email })
    const laptop = await givenUser(test, cooperative, ['tester'], { email })
    const list = await call(test, phone, 'GET /sessions')
    expect(list.body).toHaveLength(2)
    const other = list.body.find((s) => !s.isThisOne)
    const foreign = await call(test, direction, 'GET /sessions')
    expect(foreign.body.some((s) => s.id === other?.id)).toBe(false)
    const params = { sessionId: other?.id ?? '' }
    expect((await call(test, direction, 'DELETE /sessions/:sessionId', { params })).status).toBe(
      404,
    )
    expect((await call(test, phone, 'DELETE /sessions/:sessionId', { params })).status).toBe(204)
    expect((await call(test, laptop, 'GET /session')).status).toBe(401)
  })

  it('moves to another cooperative under a new token, and only to one’s own', async () => {
    const other = await givenCooperative(test, 'Coopérative Baobab Sud')
    const email = 'deux@exemple.test'
    await givenUser(test, other, ['tester'], { email })
    const here = await givenUser(test, cooperative, ['tester'], { email })
    const session = await call(test, here, 'GET /session')
    expect(session.body.otherCooperatives).toEqual([{ id: other.id, name: other.name }])
    const moved = await call(test, here, 'PUT /session/cooperative', {
      body: { cooperativeId: other.id },
    })
    expect(moved.status).toBe(200)
    const cookie = moved.headers.get('set-cookie')?.split(';')[0] ?? ''
    const there = await call(test, { ...here, cookie }, 'GET /session')
    expect(there.body.cooperative.id).toBe(other.id)
    expect((await call(test, here, 'GET /session')).status).toBe(401)
    const stranger = await call(test, direction, 'PUT /session/cooperative', {
      body: { cooperativeId: other.id },
    })
    expect(stranger.status).toBe(404)
  })

  it('reads the journal page by page, with names', async () => {
    for (let n = 0; n < 55; n += 1) {
      const body = { locale: n % 2 === 0 ? ('en' as const) : ('fr' as const) }
      await call(test, direction, 'PUT /session/locale', { body })
    }
    const first = await call(test, direction, 'GET /audit')
    expect(first.body.entries).toHaveLength(50)
    expect(first.body.entries[0]).toMatchObject({
      action: 'locale.chosen',
      actorName: 'direction',
      entityName: 'direction',
    })
    const second = await call(test, direction, 'GET /audit', {
      query: { before: first.body.next ?? '', action: 'locale.chosen' },
    })
    expect(second.body.entries.length).toBeGreaterThanOrEqual(5)
    expect(second.body.entries.every((e) => e.action === 'locale.chosen')).toBe(true)
  })

  it('hides codes in mails from colleagues once mails are really sent', async () => {
    const email = 'lea@exemple.test'
    await asCommand(test, cooperative.id, (ctx) => mailSignIn(ctx, { email, returnTo: undefined }))
    const onFirstDay = await call(test, direction, 'GET /mails')
    expect(onFirstDay.body.smtpConfigured).toBe(false)
    expect(onFirstDay.body.mails[0]?.body).toMatch(/\b\d{6}\b/)
    const mailer = { ...test.services.mailer, isSmtpConfigured: true }
    const app = createApp({ ...test.services, mailer }, { webDirectory: '/nonexistent' })
    const later = await call({ ...test, app }, direction, 'GET /mails')
    expect(later.body.mails[0]?.subject).toBe('••••••')
    expect(later.body.mails[0]?.body).toBe('••••••')
    expect(later.body.mails.some((mail) => mail.body.includes('/connexion'))).toBe(true)
  })
})

describe('the first cooperative', () => {
  let test: TestApp
  beforeAll(async () => {
    test = await createTestApp()
  })
  afterAll(() => test.close())

  const cooperative = {
    name: 'Coopérative Baobab',
    legalForm: 'SCOP SA',
    siren: '123 456 782',
    seatAddress: '1 rue des Ateliers',
    city: 'Montreuil',
    email: 'contact@baobab.test',
    phone: '',
    signatoryName: 'Fatou Ndiaye',
    signatoryCapacity: 'directrice',
    firstMonth: '2026-10',
  }
  const direction = {
    displayName: 'Fatou Ndiaye',
    email: 'fatou@baobab.test',
    password: 'cheval correct agrafe pile',
  }
  const install = (setupCode: string, change: Partial<typeof direction> = {}) =>
    call(test, null, 'POST /installation', {
      body: { setupCode, cooperative, direction: { ...direction, ...change } },
    })

  it('is made once, by whoever reads the code on the server', async () => {
    const code = readSetupCode(test.services.config.dataDir ?? '')
    expect((await install('00000000')).problem.code).toBe('setup-code-wrong')
    const weak = await install(code, { password: 'FatouNdiaye2026' })
    expect(weak.problem.errors?.[0]?.pointer).toBe('/body/direction/password')
    const made = await install(code)
    expect(made.status).toBe(200)
    const cookie = made.headers.get('set-cookie')?.split(';')[0] ?? ''
    const caller = { userId: '', personId: null, cookie }
    expect((await call(test, caller, 'GET /users')).body).toHaveLength(1)
    expect((await call(test, caller, 'GET /cooperative')).body.siren).toBe('123456782')
    expect((await install(code)).problem.code).toBe('already-installed')
  })
})
