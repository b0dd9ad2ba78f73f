import { randomUUID } from 'node:crypto'
import type { Endpoint } from '@terreau/protocol/endpoint'
import { endpoints as declared } from '@terreau/protocol/endpoints'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  givenReadyPerson,
  givenSentContract,
  type TestPerson,
} from '../../../test/given-contract.ts'
import { givenScheme } from '../../../test/given-money.ts'
import { queryAsOwner } from '../../../test/query-as-owner.ts'
import {
  type Caller,
  call,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../../../test/test-app.ts'

const endpoints: readonly Endpoint[] = declared
const guarded = endpoints.filter((each) => each.access !== 'public')
const shut = guarded.filter((each) => each.whileHanded === undefined)
const CODE = '2468'

let test: TestApp
let cooperative: TestCooperative
let adviser: Caller
let awa: TestPerson
let schemeId: string
let signatureId: string
let documentSha256: string
let people = 0

beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  schemeId = (await givenScheme(test, cooperative)).id
})
beforeEach(async () => {
  people += 1
  adviser = await givenUser(test, cooperative, ['adviser'], { displayName: 'Fatou Ndiaye' })
  awa = await givenReadyPerson(test, cooperative, adviser, {
    givenName: 'Awa',
    familyName: `Ba ${people}`,
  })
  ;({ signatureId, documentSha256 } = await givenSentContract(test, adviser, awa, schemeId))
})
afterAll(() => test.close())

const handOver = (reason = 'Téléphone cassé') =>
  call(test, adviser, 'POST /signatures/:signatureId/handover', {
    params: { signatureId },
    body: { position: 1, reason, code: CODE },
  })
const takeBack = (code: string) => call(test, adviser, 'POST /session/screen', { body: { code } })
const session = async () => (await call(test, adviser, 'GET /session')).body
const listStatus = async () => (await call(test, adviser, 'GET /signatures', { query: {} })).status

async function officeCode(): Promise<string> {
  await call(test, adviser, 'POST /signatures/:signatureId/office-code', {
    params: { signatureId },
    body: { position: 1 },
  })
  const [mail] = await queryAsOwner<{ subject: string }>(
    test,
    `select subject from terreau.mail where template = 'signing-code' and to_address = $1
      order by created_at desc limit 1`,
    [awa.email],
  )
  return /\d{6}/.exec(mail?.subject ?? '')?.[0] ?? ''
}

describe('a screen in the hands of the person who signs', () => {
  it('opens no other route of the product, read or write, known row or not', async () => {
    expect((await handOver()).status).toBe(204)
    const others = [...shut, ...guarded.filter((each) => each.whileHanded === 'this-signature')]
    expect(others.length).toBeGreaterThan(250)
    const open: string[] = []
    for (const endpoint of others) {
      const code = await refusalOf(endpoint)
      if (code !== 'screen-handed-over') open.push(`${endpoint.method} ${endpoint.path}: ${code}`)
    }
    expect(open).toEqual([])
    expect(shut.some(({ method }) => method === 'GET')).toBe(true)
    expect(shut.some(({ method }) => method === 'DELETE')).toBe(true)
  })

  it('opens what signs, and only for the person in turn', async () => {
    await handOver()
    const open = guarded.filter((each) => each.whileHanded !== undefined)
    expect(open.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual([
      'DELETE /session',
      'GET /session',
      'GET /signatures/:signatureId',
      'GET /signatures/:signatureId/document',
      'GET /signatures/:signatureId/text',
      'POST /session/screen',
      'POST /signatures/:signatureId/office-code',
      'POST /signatures/:signatureId/office-signature',
    ])
    const params = { signatureId }
    const text = await call(test, adviser, 'GET /signatures/:signatureId/text', { params })
    expect(text.body.documentSha256).toBe(documentSha256)
    const other = await call(test, adviser, 'POST /signatures/:signatureId/office-code', {
      params,
      body: { position: 2 },
    })
    expect(other.problem.code).toBe('screen-handed-over')
    const signed = await call(test, adviser, 'POST /signatures/:signatureId/office-signature', {
      params,
      body: {
        position: 1,
        typedName: `Awa Ba ${people}`,
        code: await officeCode(),
        documentSha256,
      },
    })
    expect(signed.status).toBe(204)
    const { acts } = (await call(test, adviser, 'GET /signatures/:signatureId', { params })).body
    // The reason is the one that staff wrote before they gave the screen.
    expect(acts.find(({ act }) => act === 'signed')?.reason).toBe('Téléphone cassé')
    expect(await listStatus()).toBe(403)
  })

  it('is needed to sign in the office, and stops what was streaming to the session', async () => {
    const code = await officeCode()
    const params = { signatureId }
    const body = { position: 1, typedName: `Awa Ba ${people}`, code, documentSha256 }
    const sign = () =>
      call(test, adviser, 'POST /signatures/:signatureId/office-signature', { params, body })
    expect((await sign()).problem.code).toBe('screen-not-handed-over')
    const stream = await test.app.hono.request(
      'http://localhost:3000/api/closings/2026-10/events',
      {
        headers: { host: 'localhost:3000', cookie: adviser.cookie },
      },
    )
    expect(stream.headers.get('content-type')).toContain('text/event-stream')
    await handOver()
    // Ends by itself: a stream that stayed open would never be read to its end.
    expect(await stream.text()).toContain('event: progress')
    expect((await sign()).status).toBe(204)
  })

  it('stays shut after a reload: the session says so, with nothing of the code', async () => {
    await handOver()
    expect((await session()).handed).toEqual({
      signatureId,
      position: 1,
      reason: 'Téléphone cassé',
    })
    const [row] = await queryAsOwner<{ kept: string }>(
      test,
      `select encode(handed_code_hash, 'hex') as kept from terreau.session where handed_signature_id = $1`,
      [signatureId],
    )
    expect(row?.kept).toMatch(/^[0-9a-f]{64}$/)
  })

  it('is given back by the code alone', async () => {
    await handOver()
    const wrong = await takeBack('0000')
    expect(wrong.problem).toMatchObject({
      code: 'screen-code-wrong',
      errors: [{ pointer: '/body/code' }],
    })
    expect(await listStatus()).toBe(403)
    expect((await takeBack(CODE)).status).toBe(204)
    expect(await listStatus()).toBe(200)
    expect((await session()).handed).toBeNull()
  })

  it('stands five guesses, then asks for a new session', async () => {
    await handOver()
    for (let n = 0; n < 5; n += 1)
      expect((await takeBack('1357')).problem.code).toBe('screen-code-wrong')
    expect((await takeBack(CODE)).problem.code).toBe('too-many-attempts')
    expect((await call(test, adviser, 'DELETE /session')).status).toBe(204)
    expect((await call(test, adviser, 'GET /session')).status).toBe(401)
  })

  it('is not handed over for a turn that has not come, nor without the right', async () => {
    const notYet = await call(test, adviser, 'POST /signatures/:signatureId/handover', {
      params: { signatureId },
      body: { position: 2, reason: 'x', code: CODE },
    })
    expect(notYet.status).toBe(404)
    const stranger = await call(test, awa.tester, 'POST /signatures/:signatureId/handover', {
      params: { signatureId },
      body: { position: 1, reason: 'x', code: CODE },
    })
    expect(stranger.problem.code).toBe('forbidden')
    expect((await session()).handed).toBeNull()
  })

  it('leaves the other sessions of the same member of staff alone', async () => {
    const elsewhere = await givenUser(test, cooperative, ['adviser'])
    await handOver()
    expect((await call(test, elsewhere, 'GET /signatures', { query: {} })).status).toBe(200)
  })
})

/** The code that a route answers on the handed screen, whatever it is sent. */
async function refusalOf(endpoint: Endpoint): Promise<string | undefined> {
  const path = endpoint.path.replaceAll(/:\w+/g, () => randomUUID())
  const headers = new Headers({ host: 'localhost:3000', cookie: adviser.cookie })
  const isGet = endpoint.method === 'GET'
  if (!isGet) headers.set('origin', 'http://localhost:3000')
  const type = endpoint.bodyKind === 'bytes' ? 'application/octet-stream' : 'application/json'
  if (!isGet) headers.set('content-type', type)
  const url = `http://localhost:3000/api${path}`
  const init = { method: endpoint.method, headers, ...(isGet ? {} : { body: '{"hors":"sujet"}' }) }
  const response = await test.app.hono.request(url, init)
  if (!response.headers.get('content-type')?.includes('problem+json')) return `${response.status}`
  return (await response.json()).code
}
