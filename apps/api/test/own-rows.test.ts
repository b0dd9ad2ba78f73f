import { can, isPermission } from '@terreau/domain/access/permissions'
import type { Role } from '@terreau/domain/access/roles'
import type { Endpoint } from '@terreau/protocol/endpoint'
import { endpoints as declared } from '@terreau/protocol/endpoints'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../src/app.ts'
import { appWithoutTrace } from './app-without-trace.ts'
import { givenScheme, givenTester } from './given-money.ts'
import { givenNeighbour } from './given-neighbour.ts'
import { refusalsOnSampleRows } from './own-rows-refusals.ts'
import { queryAsOwner } from './query-as-owner.ts'
import { sampleQuery } from './sample-value.ts'
import { type Caller, createTestApp, givenUser, type TestApp } from './test-app.ts'
import { bodyOf, idParams, missing, rulesOf, send } from './walk-endpoints.ts'

const endpoints: readonly Endpoint[] = declared
const guarded = endpoints
  .filter((endpoint) => endpoint.access !== 'public')
  .map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const)
/** Every route that names a row of somebody in its path. */
const naming = guarded.filter(([, endpoint]) => idParams(endpoint).length > 0)
/** What people read about themselves without naming a row. */
const ownReads = guarded.filter(([, e]) => e.method === 'GET' && e.path.startsWith('/me/'))

const STAFF = ['direction', 'adviser', 'accountant', 'observer'] as const satisfies readonly Role[]
const OWN_ROLES = ['tester', 'tutor'] as const satisfies readonly Role[]

/** Rows of one person of a cooperative, asked for by everybody of the same cooperative, on real ids. */
describe('the rows of a person', () => {
  let test: TestApp
  let app: App
  let close: () => Promise<void>
  let idFor: (path: string, param: string) => string
  let owner: Caller
  let other: Caller
  const staff = new Map<Role, Caller>()
  const refused = new Set<string>()

  beforeAll(async () => {
    test = await createTestApp()
    const neighbour = await givenNeighbour(test)
    const cooperative = { id: neighbour.id, name: '' }
    const personId = neighbour.everything.personId ?? ''
    const scheme = await givenScheme(test, cooperative)
    const somebody = await givenTester(test, cooperative, scheme, { kind: 'CAPE' })
    owner = await givenUser(test, cooperative, OWN_ROLES, { personId })
    other = await givenUser(test, cooperative, OWN_ROLES, { personId: somebody.personId })
    for (const role of STAFF) staff.set(role, await givenUser(test, cooperative, [role]))
    const [session] = await queryAsOwner<{ id: string }>(
      test,
      'select id from terreau.session where user_id = $1',
      [owner.userId],
    )
    idFor = (path, param) =>
      path === '/sessions/:sessionId'
        ? (session?.id ?? '')
        : (neighbour.idFor(path, param) ?? missing(param))
    ;({ app, close } = appWithoutTrace(test))
  })
  afterAll(async () => {
    await close()
    await test.close()
  })

  async function ask(caller: Caller, endpoint: Endpoint) {
    const { status, code, body } = await send(app, caller, endpoint, {
      params: (param) => idFor(endpoint.path, param),
      body: bodyOf(endpoint),
      query: sampleQuery(endpoint),
    })
    return { status, text: JSON.stringify(body ?? ''), says: code ?? (status < 300 ? 'ok' : '?') }
  }

  /** Done, or the refusal that is written down for the rows of this test; never a fault of ours. */
  async function expectServed(who: string, caller: Caller, named: (typeof naming)[number]) {
    const [name, endpoint] = named
    const { says } = await ask(caller, endpoint)
    if (says !== 'ok') refused.add(name)
    expect([who, ...(refusalsOnSampleRows[name] ?? ['ok'])]).toContain(says)
  }

  it.each(naming)(
    '%s serves its owner, or the staff with the permission, and nobody else',
    async (...named) => {
      const [, endpoint] = named
      const mayEnter = (role: Role) =>
        rulesOf(endpoint).some((rule) => isPermission(rule) && can(role, rule))
      const isOwn = OWN_ROLES.some(mayEnter)
      const shut = isOwn ? 'not-found' : 'forbidden'
      expect(['other', (await ask(other, endpoint)).says]).toEqual(['other', shut])
      if (isOwn) await expectServed('owner', owner, named)
      else expect(['owner', (await ask(owner, endpoint)).says]).toEqual(['owner', 'forbidden'])
      // Roles without the permission, and visitors, are walked in endpoints.test.ts.
      for (const [role, caller] of staff) {
        if (!mayEnter(role)) continue
        if (!isOwn) await expectServed(role, caller, named)
        else expect([role, (await ask(caller, endpoint)).says]).toEqual([role, 'not-found'])
      }
    },
  )

  it.each(ownReads)('%s tells nobody else a row of the person', async (name, endpoint) => {
    const mine = await ask(owner, endpoint)
    expect([name, ...(refusalsOnSampleRows[name] ?? ['ok'])]).toContain(mine.says)
    if (mine.says !== 'ok') refused.add(name)
    const { text } = await ask(other, endpoint)
    const rows = naming.flatMap(([, e]) => idParams(e).map((param) => idFor(e.path, param)))
    expect(rows.filter((id) => text.includes(id))).toEqual([])
  })

  it('are refused only where a refusal is written down, and each of those is still met', () => {
    expect([...refused].sort()).toEqual(Object.keys(refusalsOnSampleRows).sort())
  })
})
