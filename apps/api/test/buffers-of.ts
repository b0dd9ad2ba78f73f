import type pg from 'pg'
import { expect } from 'vitest'
import { createApp } from '../src/app.ts'
import { connect } from '../src/platform/db/client.ts'
import type { Caller, TestApp } from './test-app.ts'

interface Asked {
  test: TestApp
  /** A connection of the application's role, for the plans. */
  plans: pg.Pool
  cooperativeId: string
  caller: Caller
}

export async function getAs({ test, caller }: Pick<Asked, 'test' | 'caller'>, path: string) {
  return test.app.hono.request(`http://localhost:3000/api${path}`, {
    headers: { host: 'localhost:3000', cookie: caller.cookie },
  })
}

/** The shared buffers that all statements of one request touch: structure, not time. */
export async function buffersOf(asked: Asked, path: string): Promise<number> {
  const { response, statements } = await statementsOf(asked.test, (test) =>
    getAs({ ...asked, test }, path),
  )
  expect(response.status, path).toBe(200)
  const reader = await asked.plans.connect()
  try {
    await reader.query('begin')
    await reader.query(
      `select set_config('app.cooperative', $1, true), set_config('app.user', $2, true)`,
      [asked.cooperativeId, asked.caller.userId],
    )
    // Who reads nothing costs nothing: the comparison would then hold whatever the page does.
    expect(statements.length, path).toBeGreaterThan(0)
    let buffers = 0
    for (const { text, values } of statements) {
      const once = async () => {
        const plan = await reader.query(`explain (analyze, buffers, format json) ${text}`, values)
        const top = plan.rows[0]['QUERY PLAN'][0].Plan
        return top['Shared Hit Blocks'] + top['Shared Read Blocks']
      }
      // The lesser of two: a function whose table has just been analysed reads the catalogue as well, once.
      buffers += Math.min(await once(), await once())
    }
    return buffers
  } finally {
    await reader.query('rollback')
    reader.release()
  }
}

interface Statement {
  text: string
  values: unknown[]
}

/** Runs on a connection of its own, and gives what was asked of the database meanwhile. */
async function statementsOf(
  test: TestApp,
  run: (listened: TestApp) => Promise<Response>,
): Promise<{ response: Response; statements: Statement[] }> {
  const client = connect(test.urls.appUrl)
  const statements: Statement[] = []
  client.pool.on('connect', (connection) => {
    const { query } = connection
    Reflect.set(connection, 'query', (...args: unknown[]) => {
      const [text, values] = args
      if (typeof text === 'string' && isRead(text))
        statements.push({ text, values: Array.isArray(values) ? values : [] })
      return Reflect.apply(query, connection, args)
    })
  })
  const app = createApp({ ...test.services, db: client.db }, { webDirectory: '/nonexistent' })
  try {
    return { response: await run({ ...test, app }), statements }
  } finally {
    await client.close()
  }
}

function isRead(text: string): boolean {
  return /^\s*(select|with)\b/i.test(text) && !/set_config|open_session|pg_backend_pid/.test(text)
}
