import { ROLES } from '@terreau/domain/access/roles'
import type { Endpoint } from '@terreau/protocol/endpoint'
import { endpoints as declared } from '@terreau/protocol/endpoints'
import pg from 'pg'
import { givenScheme, givenTester } from '../test/given-money.ts'
import { givenNeighbour, type Neighbour } from '../test/given-neighbour.ts'
import { queryAsOwner } from '../test/query-as-owner.ts'
import { samplePath, sampleQuery } from '../test/sample-value.ts'
import {
  type Caller,
  givenCooperative,
  givenUser,
  type TestApp,
  type TestCooperative,
} from '../test/test-app.ts'
import { atLeast, type Bar, fact, onTestApp } from './bar.ts'
import { givenActivities } from './given-activities.ts'

const MARKER = 'Ŋmarqueur'
const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

const endpoints: readonly Endpoint[] = declared
const reading = endpoints.filter((e) => e.method === 'GET' && e.responseKind !== 'events')

/**
 * Two cooperatives side by side. Whoever signs in at the first reads every address of the API, with ids of
 * the second where ids go; and the application's own role reads every table with no filter but the wall.
 */
export const tenantWall: Bar = {
  name: 'tenant-wall',
  promise: 'nobody ever sees a line of another cooperative',
  sabotage: 'row-level security taken off every table, and one reader signed in on the other side',
  run: (options) =>
    onTestApp(options, async (test) => {
      const mine = await givenCooperative(test, 'La nôtre')
      await givenActivities(test, mine.id, 3)
      const tester = await givenTester(test, mine, await givenScheme(test, mine))
      const theirs = await givenNeighbour(test)
      await givenActivities(test, theirs.id, options.isSmall ? 5 : 200, MARKER)
      const foreign = await idsOf(test, theirs.id)
      if (options.isSabotaged) await takeWallDown(test)
      // Queries name the cooperative too, so answers stay clean without the wall: only a session on the other
      // side shows that the walk would see a leak.
      const callers = options.isSabotaged
        ? [theirs.everything]
        : await givenEveryRole(test, mine, tester.personId)
      const walked = await walk(test, { callers, theirs, foreign })
      const tables = await readTables(test.urls.appUrl, mine.id, theirs.id)
      return {
        checks: [
          atLeast('answers read', walked.answers, 150),
          atLeast('ids of the others known', foreign.size, 50),
          fact('answers with a line of the others', walked.leaks.length, 0),
          atLeast('tables read', tables.read, 30),
          fact('rows of the others', tables.foreign, 0),
        ].concat(walked.leaks.slice(0, 5).map((name) => ({ name, isMet: false }))),
        counts: { answers: walked.answers, leaks: walked.leaks.length, tables: tables.read },
      }
    }),
}

async function givenEveryRole(
  test: TestApp,
  mine: TestCooperative,
  personId: string,
): Promise<Caller[]> {
  const callers: Caller[] = []
  for (const role of ROLES) callers.push(await givenUser(test, mine, [role], { personId }))
  return callers
}

/** Only answers that show something count as read: a refusal proves nothing. */
async function walk(
  test: TestApp,
  among: { callers: readonly Caller[]; theirs: Neighbour; foreign: ReadonlySet<string> },
): Promise<{ answers: number; leaks: string[] }> {
  let answers = 0
  const leaks: string[] = []
  for (const caller of among.callers) {
    for (const endpoint of reading) {
      const { status, text } = await read(test, caller, endpoint, among.theirs)
      if (status === 200) answers += 1
      const isLeak =
        text.includes(MARKER) ||
        (status === 200 && (text.match(UUID) ?? []).some((id) => among.foreign.has(id)))
      if (isLeak) leaks.push(`${endpoint.path} shows a line of the others`)
    }
  }
  return { answers, leaks }
}

async function read(
  test: TestApp,
  caller: Caller,
  endpoint: Endpoint,
  theirs: Neighbour,
): Promise<{ status: number; text: string }> {
  const path = samplePath(endpoint, (param) => theirs.idFor(endpoint.path, param) ?? theirs.id)
  const response = await test.app.hono.request(
    `http://localhost:3000/api${path}${sampleQuery(endpoint)}`,
    { headers: { host: 'localhost:3000', cookie: caller.cookie } },
  )
  return { status: response.status, text: await response.text() }
}

/** The ids of every row that names this cooperative. */
async function idsOf(test: TestApp, cooperativeId: string): Promise<Set<string>> {
  const tables = await queryAsOwner<{ name: string }>(
    test,
    `select c.table_name as name
       from information_schema.columns c
       join information_schema.columns i using (table_schema, table_name)
       join information_schema.tables t using (table_schema, table_name)
      where table_schema = 'terreau' and t.table_type = 'BASE TABLE'
        and c.column_name = 'cooperative_id' and i.column_name = 'id' and i.data_type = 'uuid'`,
  )
  const each = tables.map(
    ({ name }) => `select id::text from terreau."${name}" where cooperative_id = $1`,
  )
  const rows = await queryAsOwner<{ id: string }>(test, each.join(' union all '), [cooperativeId])
  return new Set([...rows.map((row) => row.id), cooperativeId])
}

async function takeWallDown(test: TestApp): Promise<void> {
  const tables = await queryAsOwner<{ name: string }>(
    test,
    `select relname as name from pg_class
      where relnamespace = 'terreau'::regnamespace and relrowsecurity`,
  )
  const each = tables.map(({ name }) => `alter table terreau."${name}" disable row level security`)
  await queryAsOwner(test, each.join('; '))
}

/** Every table that names a cooperative, with nothing between us and it but the database's own wall. */
async function readTables(
  url: string,
  mine: string,
  theirs: string,
): Promise<{ read: number; foreign: number }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('app.cooperative', $1, true)`, [mine])
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
        where table_schema = 'terreau' and column_name = 'cooperative_id'`,
    )
    let foreign = 0
    for (const { name } of rows) {
      const found = await client.query(
        `select 1 from terreau."${name}" where cooperative_id = $1 limit 1`,
        [theirs],
      )
      foreign += found.rowCount ?? 0
    }
    return { read: rows.length, foreign }
  } finally {
    await client.end()
  }
}
