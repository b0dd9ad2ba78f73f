import { randomBytes, randomUUID } from 'node:crypto'
import { request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { ROLES } from '@terreau/domain/access/roles'
import type { Endpoint } from '@terreau/protocol/endpoint'
import { endpoints as declared } from '@terreau/protocol/endpoints'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from '../src/app.ts'
import { networkOf } from '../src/platform/http/client-network.ts'
import { MOST_FIELDS } from '../src/platform/http/json-limits.ts'
import { MOST_UPLOAD_BYTES } from '../src/platform/uploads/inspect-upload.ts'
import { mostFieldsOf, samplePath, sampleQuery } from './sample-value.ts'
import {
  type Caller,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from './test-app.ts'

const ORIGIN = 'http://localhost:3000'
const endpoints: readonly Endpoint[] = declared
const unsafe = endpoints
  .filter((e) => e.method !== 'GET')
  .map((e) => [`${e.method} ${e.path}`, e] as const)

let test: TestApp
let cooperative: TestCooperative
let direction: Caller
beforeAll(async () => {
  test = await createTestApp()
  cooperative = await givenCooperative(test)
  direction = await givenUser(test, cooperative, ['direction'])
})
afterAll(() => test.close())

/** A raw request, as anything on the network may write it. */
function raw(path: string, init: RequestInit & { duplex?: 'half' } = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  if (!headers.has('host')) headers.set('host', 'localhost:3000')
  return Promise.resolve(test.app.hono.request(`${ORIGIN}${path}`, { ...init, headers }))
}

function pathOf(endpoint: Endpoint): string {
  return `/api${endpoint.path.replaceAll(/:(\w+)/g, () => randomUUID())}`
}

const form = { 'content-type': 'application/x-www-form-urlencoded' }
const json = { 'content-type': 'application/json' }
/** What another site can make a browser send, with the person's cookie. */
const CROSS_SITE: readonly [string, Record<string, string>, string | undefined][] = [
  ['a form', { ...form, origin: 'https://ailleurs.test', 'sec-fetch-site': 'cross-site' }, 'a=1'],
  [
    'a form with files',
    { 'content-type': 'multipart/form-data; boundary=x', origin: 'https://ailleurs.test' },
    '--x--',
  ],
  ['plain text', { 'content-type': 'text/plain', origin: 'https://ailleurs.test' }, '{}'],
  ['JSON', { ...json, origin: 'https://ailleurs.test', 'sec-fetch-site': 'cross-site' }, '{}'],
  ['a null origin', { ...json, origin: 'null' }, '{}'],
  ['a neighbouring name', { ...json, origin: 'http://mal.localhost:3000' }, '{}'],
  ['another port', { ...json, origin: 'http://localhost:3001' }, '{}'],
  ['no header at all', {}, undefined],
  [
    'our origin but another site',
    { ...json, origin: ORIGIN, 'sec-fetch-site': 'cross-site' },
    '{}',
  ],
]

describe('writes from another site', () => {
  it.each(unsafe)('are refused on %s, in every shape', async (_name, endpoint) => {
    for (const [shape, headers, body] of CROSS_SITE) {
      const answer = await raw(pathOf(endpoint), {
        method: endpoint.method,
        headers: { ...headers, cookie: direction.cookie },
        ...(body === undefined ? {} : { body }),
      })
      const problem = await answer.json()
      expect([shape, answer.status, problem.code]).toEqual([shape, 403, 'cross-site'])
    }
  })

  it('are refused when the request names no host to compare with', async () => {
    const request = new Request(`${ORIGIN}/api/session`, {
      method: 'DELETE',
      headers: { origin: 'null' },
    })
    expect((await test.app.hono.request(request)).status).toBe(403)
  })
})

describe('headers of every answer', () => {
  it.each([
    ['an answer', '/api/installation', 200],
    ['a refusal', '/api/session', 401],
    ['a route that does not exist', '/api/nowhere', 404],
    ['a page', '/connexion', 503],
    ['the health probe', '/healthz', 200],
    ['a trick', '/api//session', 404],
  ])('protect %s', async (_what, path, status) => {
    const answer = await raw(path)
    expect(answer.status).toBe(status)
    const policy = answer.headers.get('content-security-policy') ?? ''
    for (const rule of [
      "default-src 'none'",
      "script-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]) {
      expect(policy).toContain(rule)
    }
    expect(policy).not.toContain('unsafe')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/)
    expect(answer.headers.get('cache-control')).toContain('no-store')
    expect(answer.headers.get('x-powered-by')).toBeNull()
    expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })

  it('give each answer its own nonce', async () => {
    const nonces = await Promise.all(
      [1, 2, 3].map(
        async () =>
          /'nonce-([^']+)'/.exec(
            (await raw('/healthz')).headers.get('content-security-policy') ?? '',
          )?.[1],
      ),
    )
    expect(new Set(nonces).size).toBe(3)
  })
})

describe('tricks with paths', () => {
  let server: Server
  beforeAll(async () => {
    server = await new Promise<Server>((ready) => {
      const started = serve({ fetch: test.app.hono.fetch, port: 0 }, () => ready(started as Server))
    })
  })
  afterAll(() => new Promise((done) => server.close(done)))

  /** The path as it is: every client library would tidy it first. */
  function statusOf(path: string): Promise<number> {
    const { port } = server.address() as AddressInfo
    const headers = { cookie: direction.cookie, connection: 'close' }
    return new Promise((done, fail) => {
      request({ port, path, headers }, (answer) => {
        answer.resume()
        done(answer.statusCode ?? 0)
      })
        .on('error', fail)
        .end()
    })
  }

  it('find the plain path open', async () => {
    expect(await statusOf('/api/users')).toBe(200)
  })

  it.each([
    '//api/users',
    '/api//users',
    '/api/%2fusers',
    '/api/%2e%2e/api/users',
    '/api/../api/users',
    '/x/../api/users',
    '/api/./users',
    '/api/users%00',
    '/api/people/..%2fusers',
    '/api/%5cusers',
    '/api\\users',
    '/%61pi//users',
  ])('never open more than the plain path: %s', async (path) => {
    expect([400, 404]).toContain(await statusOf(path))
  })

  it.each([
    'people/nouvelle',
    'people/123',
    'contracts/%F0%9F%98%80',
    'months/2026-13/missing-declarations',
  ])(
    'an address that nothing can have is not there, and blames no field: /api/%s',
    async (path) => {
      const answer = await raw(`/api/${path}`, { headers: { cookie: direction.cookie } })
      expect(answer.status).toBe(404)
      expect(await answer.json()).toMatchObject({ code: 'not-found' })
    },
  )
})

describe('bodies', () => {
  const put = (body: BodyInit, headers: Record<string, string> = json) =>
    raw('/api/session/locale', {
      method: 'PUT',
      headers: { origin: ORIGIN, cookie: direction.cookie, ...headers },
      body,
      duplex: 'half',
    })

  it('are refused above a mebibyte, announced or not', async () => {
    const large = JSON.stringify({ locale: 'x'.repeat(1024 * 1024) })
    expect((await put(large)).status).toBe(413)
    const chunk = new TextEncoder().encode('x'.repeat(64 * 1024))
    let sent = 0
    const stream = new ReadableStream({
      pull(controller) {
        sent += 1
        if (sent > 10_000) controller.close()
        else controller.enqueue(chunk)
      },
    })
    const chunked = await put(stream, { ...json, 'transfer-encoding': 'chunked' })
    expect(chunked.status).toBe(413)
    expect((await chunked.json()).code).toBe('body-too-large')
    expect(sent).toBeLessThan(40)
  })

  const tables = endpoints
    .filter((e) => e.bodyKind === 'table')
    .map((e) => [`${e.method} ${e.path}`, e] as const)

  it.each(tables)('may be a workbook above a mebibyte on %s', async (_name, endpoint) => {
    const { cookie } = await givenUser(test, cooperative, ROLES)
    const headers = { origin: ORIGIN, cookie, 'content-type': 'application/octet-stream' }
    const path = `/api${samplePath(endpoint, () => randomUUID())}${sampleQuery(endpoint)}`
    const send = (body: Uint8Array<ArrayBuffer>) =>
      raw(path, { method: endpoint.method, headers, body })
    // What does not compress stays large: random words.
    const rows = Array.from({ length: 400 }, (_, n) => [
      `P-${n}`,
      randomBytes(4_000).toString('hex'),
    ])
    const workbook = new Uint8Array(await writeXlsx({ sheets: [{ name: 'Table', rows }] }))
    expect(workbook.length).toBeGreaterThan(1024 * 1024)
    const answer = await send(workbook)
    expect([200, 409, 422]).toContain(answer.status)
    expect(await answer.text()).not.toContain('body-too-large')
    expect((await send(new Uint8Array(MOST_UPLOAD_BYTES + 1))).status).toBe(413)
  })

  it('are JSON and nothing else', async () => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'text/json']) {
      expect((await put('{"locale":"fr"}', { 'content-type': type })).status).toBe(415)
    }
    expect((await put('{"locale":')).status).toBe(415)
    expect((await put(Buffer.from([0x7b, 0xff, 0x7d]))).status).toBe(415)
  })

  it('cannot reach a prototype nor bring a column of their own', async () => {
    const polluted = await put('{"locale":"fr","__proto__":{"isAdmin":true}}')
    expect(polluted.status).toBe(400)
    expect(Reflect.get({}, 'isAdmin')).toBeUndefined()
    const extra = await put('{"locale":"fr","passwordHash":"x","role":"direction"}')
    expect(extra.status).toBe(400)
  })

  it('may nest twenty deep and have a thousand fields, and not one more', async () => {
    const codeOf = async (body: string) => {
      const answer = await put(body)
      return [answer.status, (await answer.json()).code]
    }
    const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
    expect(await codeOf(nested(20))).toEqual([400, 'request-invalid'])
    expect(await codeOf(nested(21))).toEqual([400, 'body-too-deep'])
    expect(await codeOf(`{"locale":${'['.repeat(50_000)}${']'.repeat(50_000)}}`)).toEqual([
      400,
      'body-too-deep',
    ])
    const wide = (fields: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: fields }, (_, n) => [`f${n}`, n])))
    expect(await codeOf(wide(1_000))).toEqual([400, 'request-invalid'])
    expect(await codeOf(wide(1_001))).toEqual([400, 'body-too-many-fields'])
    // Signs inside a text are a text: neither depth nor fields.
    const words = JSON.stringify({ locale: `${'[{:'.repeat(2_000)}\\"[{:` })
    expect(await codeOf(words)).toEqual([400, 'request-invalid'])
  })

  const forms = endpoints
    .filter((e) => e.body !== undefined)
    .map((e) => [`${e.method} ${e.path}`, e] as const)

  it.each(forms)('of %s fit below these limits when the form is full', (_name, endpoint) => {
    const full = endpoint.body === undefined ? 0 : mostFieldsOf(endpoint.body)
    expect(full).toBeLessThanOrEqual(endpoint.mostFields ?? MOST_FIELDS)
  })
})

describe('refusals', () => {
  it.each([
    ['GET', '/api/nowhere', undefined],
    ['GET', '/api/people/not-a-uuid', undefined],
    ['GET', "/api/people?recherche=' or 1=1 --", undefined],
    ['PUT', '/api/session/locale', '{"locale":"xx"}'],
    ['PUT', '/api/session/locale', 'not json'],
    ['PATCH', '/api/session', undefined],
    ['POST', '/api/sign-in/link', '{"token":"x"}'],
  ])('are problem documents without inner words: %s %s', async (method, path, body) => {
    const answer = await raw(path, {
      method,
      headers: { ...json, origin: ORIGIN, cookie: direction.cookie },
      ...(body === undefined ? {} : { body }),
    })
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    const text = await answer.text()
    const problem = JSON.parse(text)
    expect(problem.status).toBe(answer.status)
    expect(problem.type).toBe(`/problems/${problem.code}`)
    expect(problem.instance).toMatch(/^urn:terreau:request:[\w-]{36}$/)
    expect(problem.title.length).toBeGreaterThan(10)
    expect(text).not.toMatch(/select |insert |terreau_app|node_modules|\.ts:|at .+\(|stack|zod/i)
  })

  it('say nothing of a fault of ours', async () => {
    const db = {
      transaction() {
        throw new Error('connect ECONNREFUSED terreau_app:motdepasse@10.0.0.7')
      },
    }
    const services = { ...test.services, db: db as never }
    const { hono } = createApp(services, { webDirectory: '/nonexistent' })
    const answer = await hono.request(`${ORIGIN}/api/installation`)
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toMatch(/connect|motdepasse|10\.0|stack|\.ts/i)
  })
})

describe('networks counted for attempts', () => {
  it('are one /24 or one /64 whatever the spelling', () => {
    expect(networkOf('192.0.2.7')).toBe('192.0.2')
    expect(networkOf('::ffff:192.0.2.7')).toBe('192.0.2')
    const same = ['2001:db8::1', '2001:db8:0:0:ffff::', '2001:0DB8:0000:0000:1:2:3:4']
    expect(new Set(same.map(networkOf))).toEqual(new Set(['2001:db8:0:0']))
    expect(networkOf('2001:db8:0:1::1')).toBe('2001:db8:0:1')
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0')
    expect(networkOf('::1')).toBe('0:0:0:0')
  })
})
