import { randomUUID } from 'node:crypto'
import { can, isPermission, type Permission } from '@terreau/domain/access/permissions'
import { ROLES, type Role } from '@terreau/domain/access/roles'
import type { Endpoint } from '@terreau/protocol/endpoint'
import { endpoints as declared } from '@terreau/protocol/endpoints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { givenScheme, givenTester } from './given-money.ts'
import { givenNeighbour, type Neighbour } from './given-neighbour.ts'
import { sampleQuery } from './sample-value.ts'
import {
  type Caller,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
} from './test-app.ts'
import { bodyOf, idParams, missing, rulesOf, send } from './walk-endpoints.ts'

const endpoints: readonly Endpoint[] = declared
const named = endpoints.map((e) => [`${e.method} ${e.path}`, e] as const)
const guarded = named.filter(([, e]) => e.access !== 'public')
const permitted = guarded.filter(([, e]) => e.access !== 'signed-in')
/** Endpoints whose path names a row of somebody. */
const naming = guarded.filter(([, e]) => idParams(e).length > 0)

const reading = named.filter(
  ([, e]) => e.method === 'GET' && e.access !== 'public' && (e.responseKind ?? 'json') === 'json',
)

/** Reads that only serve to prepare a write: whoever may not write has no use for them. */
const READS_FOR_A_WRITE: ReadonlySet<string> = new Set([
  'GET /people/:personId/declarations/:month/draft',
  'GET /people/:personId/contract-choices',
  'GET /attestations/facts',
  'GET /attestation-batches/preflight',
  'GET /attestation-templates/preview',
  'GET /people/:personId/attestation-requests',
  'GET /tutoring/candidates',
  'GET /look-alikes',
  'GET /months/:month/missing-declarations',
  'GET /declarations/:id/questions/:questionId/voice',
  'GET /tutoring/sessions/:sessionId/voice',
])
/** A look at a guarded number is a read that is written down, with its reason: so it is posted. */
const LOOKS: ReadonlySet<string> = new Set([
  'POST /permits/:permitId/number-look',
  'POST /people/:personId/numbers/:kind/look',
])
/** Permissions of a person over what is their own: they cover looking and acting. */
const OWN: ReadonlySet<Permission> = new Set([
  'declaration.declare',
  'onboarding.own',
  'tutoring.own',
  'personal-data.own',
])

describe('every endpoint', () => {
  let test: TestApp
  let neighbour: Neighbour
  let everything: Caller
  const byRole = new Map<Role, Caller>()

  beforeAll(async () => {
    test = await createTestApp()
    const cooperative = await givenCooperative(test)
    neighbour = await givenNeighbour(test)
    const scheme = await givenScheme(test, cooperative)
    const tester = await givenTester(test, cooperative, scheme)
    const person = { personId: tester.personId }
    for (const role of ROLES) byRole.set(role, await givenUser(test, cooperative, [role], person))
    everything = await givenUser(test, cooperative, ROLES, person)
  })
  afterAll(() => test.close())

  it('is mounted once, and nothing is mounted that is not declared', () => {
    const names = (list: readonly Endpoint[]) => list.map((e) => `${e.method} ${e.path}`).sort()
    expect(names(test.app.router.mounted)).toEqual(names(endpoints))
    expect(new Set(names(endpoints)).size).toBe(endpoints.length)
  })

  it('is the only kind of route below /api', () => {
    const routes = test.app.hono.routes
      .filter((r) => r.path.startsWith('/api/') && r.method !== 'ALL')
      .map((r) => `${r.method} ${r.path.slice('/api'.length)}`)
    const known = new Set([...named.map(([name]) => name), 'GET /openapi.json', 'GET /docs'])
    expect(routes.filter((route) => !known.has(route))).toEqual([])
  })

  it.each(named)('%s has a rule that the permission table knows', (_name, endpoint) => {
    for (const rule of rulesOf(endpoint)) {
      expect(rule === 'public' || rule === 'signed-in' || isPermission(rule)).toBe(true)
    }
  })

  it.each(permitted)('%s asks for a permission of its own kind', (name, endpoint) => {
    for (const permission of rulesOf(endpoint).filter(isPermission)) {
      if (OWN.has(permission) || READS_FOR_A_WRITE.has(name) || LOOKS.has(name)) continue
      expect(permission.endsWith('.read')).toBe(endpoint.method === 'GET')
    }
  })

  it.each(guarded)('%s is shut to visitors, whatever they send', async (_name, endpoint) => {
    const answer = await send(test.app, null, endpoint, { body: '{"hors":"sujet"}' })
    expect([answer.status, answer.code]).toEqual([401, 'signed-out'])
  })

  it.each(permitted)(
    '%s is shut to each role without the permission, whatever it sends',
    async (_n, endpoint) => {
      for (const role of ROLES) {
        const mayEnter = rulesOf(endpoint).some((p) => isPermission(p) && can(role, p))
        const caller = byRole.get(role) ?? null
        const answer = await send(test.app, caller, endpoint, { body: '{"hors":"sujet"}' })
        if (mayEnter) expect([role, answer.code]).not.toEqual([role, 'forbidden'])
        else expect([role, answer.status, answer.code]).toEqual([role, 403, 'forbidden'])
      }
    },
  )

  it.each(naming)(
    '%s answers 404 for a row of another cooperative, as for none',
    async (_n, endpoint) => {
      const foreign = await send(test.app, everything, endpoint, {
        params: (param) => neighbour.idFor(endpoint.path, param) ?? missing(param),
        body: bodyOf(endpoint),
        query: sampleQuery(endpoint),
      })
      const absent = await send(test.app, everything, endpoint, {
        params: () => randomUUID(),
        body: bodyOf(endpoint),
        query: sampleQuery(endpoint),
      })
      expect(foreign).toMatchObject({ status: 404, code: 'not-found' })
      expect(foreign).toEqual(absent)
    },
  )
})

describe('every answer', () => {
  let test: TestApp
  let neighbour: Neighbour
  beforeAll(async () => {
    test = await createTestApp()
    neighbour = await givenNeighbour(test)
  })
  afterAll(() => test.close())

  it.each(reading)(
    'of %s is what its schema declares, and nothing more',
    async (_name, endpoint) => {
      const answer = await send(test.app, neighbour.everything, endpoint, {
        params: (param) => neighbour.idFor(endpoint.path, param) ?? missing(param),
      })
      expect(answer.status).toBeLessThan(500)
      if (answer.status !== 200) return
      const parsed = endpoint.response?.safeParse(answer.body)
      expect(parsed?.error?.issues ?? []).toEqual([])
    },
  )

  it.each(reading)(
    'of %s is never a fault of ours, whatever the address says',
    async (_n, endpoint) => {
      for (const nonsense of [
        "' or 1=1 --",
        '-1',
        '9'.repeat(40),
        '__proto__',
        '%00'.repeat(3),
        '💥',
      ]) {
        const query = `?${new URLSearchParams(Object.keys(queryOf(endpoint)).map((k) => [k, nonsense]))}`
        const answer = await send(test.app, neighbour.everything, endpoint, { query })
        expect([nonsense, answer.status < 500]).toEqual([nonsense, true])
      }
    },
  )
})

function queryOf(endpoint: Endpoint): object {
  return endpoint.query instanceof z.ZodObject ? endpoint.query.shape : {}
}
