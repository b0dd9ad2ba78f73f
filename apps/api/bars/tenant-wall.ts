import { ROLES } from '@terreau/domain/access/roles'
import { endpoints } from '@terreau/protocol/endpoints'
import pg from 'pg'
import {
  type Caller,
  createTestApp,
  givenCooperative,
  givenUser,
  type TestApp,
} from '../test/test-app.ts'
import { atLeast, type Bar, fact } from './bar.ts'
import { givenActivities } from './given-activities.ts'

const MARKER = 'Ŋmarqueur'

/**
 * Two cooperatives side by side. Whoever signs in at the first reads every address of the API, with ids of
 * the second where ids go; and the application's own role reads every table with no filter but the wall.
 */
export const tenantWall: Bar = {
  name: 'tenant-wall',
  promise: 'nobody ever sees a line of another cooperative',
  sabotage: 'reading as a role that row-level security does not bind',
  async run(options) {
    const test = await createTestApp()
    try {
      const mine = await givenCooperative(test, 'La nôtre')
      const theirs = await givenCooperative(test, `Les autres ${MARKER}`)
      await givenActivities(test, mine.id, 3)
      const count = options.isSmall ? 5 : 200
      const ids = await givenActivities(test, theirs.id, count, MARKER)
      await givenUser(test, theirs, ['direction'], { displayName: MARKER })
      const walked = await walk(test, mine, ids)
      const url = options.isSabotaged ? test.urls.checkUrl : test.urls.appUrl
      const tables = await readTables(url, mine.id, theirs.id)
      return {
        checks: [
          atLeast('answers read', walked.answers, 100),
          fact('answers with a line of the others', walked.leaks, 0),
          atLeast('tables read', tables.read, 30),
          fact('rows of the others', tables.foreign, 0),
        ],
        counts: { answers: walked.answers, tables: tables.read },
      }
    } finally {
      await test.close()
    }
  },
}

async function walk(
  test: TestApp,
  mine: { id: string; name: string },
  foreignIds: readonly string[],
) {
  let answers = 0
  let leaks = 0
  for (const role of ROLES) {
    const caller = await givenUser(test, mine, [role])
    for (const endpoint of endpoints.filter((e) => e.method === 'GET')) {
      if ('responseKind' in endpoint && endpoint.responseKind === 'events') continue
      const text = await read(test, caller, endpoint.path, foreignIds[0] ?? '')
      answers += 1
      if (text.includes(MARKER)) leaks += 1
    }
  }
  return { answers, leaks }
}

async function read(
  test: TestApp,
  caller: Caller,
  path: string,
  foreignId: string,
): Promise<string> {
  const filled = path.replaceAll(/:(\w+)/g, (_m, name: string) =>
    name === 'month' ? '2026-10' : foreignId,
  )
  const query = '?month=2026-10&search=m&kind=monthly_income'
  const response = await test.app.hono.request(`http://localhost:3000/api${filled}${query}`, {
    headers: { host: 'localhost:3000', cookie: caller.cookie },
  })
  return response.text()
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
