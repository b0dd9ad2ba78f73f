import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draft, typedSale } from '../../../../test/given-draft.ts'
import { givenScheme, givenTester, type TestScheme } from '../../../../test/given-money.ts'
import { queryAsOwner } from '../../../../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../../test/test-app.ts'

let test: TestApp
let coop: TestCooperative
let scheme: TestScheme
let staff: Caller

beforeAll(async () => {
  test = await createTestApp()
  coop = await givenCooperative(test)
  scheme = await givenScheme(test, coop)
  staff = await givenUser(test, coop, ['adviser'], { displayName: 'Fatou Ndiaye' })
})
afterAll(() => test.close())

const month = '2026-10'

/** A month that staff typed while the person was on the phone. */
async function givenCall() {
  const email = `${randomUUID().slice(0, 8)}@exemple.test`
  const tester = await givenTester(test, coop, scheme, { email })
  const caller = await givenUser(test, coop, ['tester'], { personId: tester.personId })
  const sale = typedSale('120')
  const sent = await call(test, staff, 'POST /people/:personId/declarations/:month', {
    params: { personId: tester.personId, month },
    body: draft({ sales: [sale] }),
  })
  expect(sent.status).toBe(200)
  return { ...tester, caller, email, saleId: sale.id, id: sent.body.id }
}

type Answer = { answer: 'yes' | 'not_exactly' | 'no'; lineId?: string | null; words?: string }
const answer = (caller: Caller, { lineId = null, words = '', ...rest }: Answer) =>
  call(test, caller, 'POST /me/declarations/:month/recap-answer', {
    params: { month },
    body: { ...rest, lineId, words },
  })
const inQueue = async (id: string) => {
  const queue = await call(test, staff, 'GET /declarations', { query: { month, view: 'all' } })
  return queue.body.rows.find((row) => row.id === id)
}
const read = async (id: string) =>
  (await call(test, staff, 'GET /declarations/:id', { params: { id } })).body

describe('what staff typed during a call', () => {
  it('is sent to the person to confirm, without its amounts', async () => {
    const { id, email, caller } = await givenCall()
    const [mail] = await queryAsOwner<{ body: string }>(
      test,
      `select body from terreau.mail where template = 'declaration-recap' and to_address = $1`,
      [email],
    )
    expect(mail?.body).toContain('Fatou Ndiaye a écrit votre déclaration')
    expect(mail?.body).toContain(`/moi/declarations/${month}`)
    expect(mail?.body).not.toMatch(/120/)
    const own = await call(test, caller, 'GET /me/declarations/:month', { params: { month } })
    expect(own.body.recap).toMatchObject({ state: 'waiting', declaredBy: 'Fatou Ndiaye' })
    expect(await inQueue(id)).toMatchObject({ recap: 'waiting', flags: [] })
    const { recap } = await read(id)
    expect(recap?.share?.text).toContain('Est-ce juste ?')
    const noted = await call(test, staff, 'POST /declarations/:id/recap-shares', {
      params: { id },
      body: { by: 'sms' },
    })
    expect(noted.status).toBe(204)
  })

  it('is confirmed, or disputed on one line, which staff see before they accept', async () => {
    const { id, caller, saleId } = await givenCall()
    expect((await answer(caller, { answer: 'yes' })).body).toEqual({ state: 'yes' })
    expect(await inQueue(id)).toMatchObject({ recap: 'yes', flags: [] })
    expect((await read(id)).recap).toMatchObject({ state: 'yes', share: null })
    await answer(caller, { answer: 'not_exactly', lineId: saleId, words: 'c’était 100' })
    expect(await inQueue(id)).toMatchObject({
      recap: 'not_exactly',
      flags: [{ code: 'recap-not-exactly', lineId: saleId }],
    })
    expect((await read(id)).recap).toMatchObject({ words: 'c’était 100', lineId: saleId })
  })

  it('waits for a new answer once staff corrected it: the old one was about other lines', async () => {
    const { id, caller, saleId } = await givenCall()
    await answer(caller, { answer: 'not_exactly', lineId: saleId, words: 'c’était 100' })
    const { version } = await read(id)
    const sale = { ...typedSale('100'), amountKind: 'gross' as const, vatRateBp: null }
    const corrected = await call(test, staff, 'PUT /declarations/:id/lines', {
      params: { id },
      ifMatch: version,
      body: {
        reason: 'Comme dit par la personne',
        lines: { sales: [{ ...sale, id: saleId }], expenses: [], trips: [] },
      },
    })
    expect(corrected.status).toBe(200)
    expect(await inQueue(id)).toMatchObject({ recap: 'waiting', flags: [] })
    await answer(caller, { answer: 'no' })
    expect(await inQueue(id)).toMatchObject({ flags: [{ code: 'recap-refused', lineId: null }] })
  })

  it('is answered by nobody else, and only when there was a call', async () => {
    const { caller, saleId } = await givenCall()
    const other = await givenTester(test, coop, scheme)
    const stranger = await givenUser(test, coop, ['tester'], { personId: other.personId })
    expect((await answer(stranger, { answer: 'yes' })).problem.code).toBe('recap-not-asked')
    await call(test, stranger, 'POST /me/declarations/:month/submission', {
      params: { month },
      body: draft(),
    })
    expect((await answer(stranger, { answer: 'yes' })).problem.code).toBe('recap-not-asked')
    const wrong = await answer(caller, { answer: 'not_exactly', lineId: randomUUID() })
    expect(wrong.status).toBe(404)
    expect((await answer(caller, { answer: 'yes', lineId: saleId })).status).toBe(400)
    const path = `http://localhost:3000/api/me/declarations/${month}/recap-answer`
    for (const method of ['GET', 'HEAD', 'POST']) {
      const headers = { host: 'localhost:3000', origin: 'http://localhost:3000' }
      const visitor = await test.app.hono.request(path, { method, headers })
      expect([401, 404, 405]).toContain(visitor.status)
    }
  })
})
