import pg from 'pg'
import { expect } from 'vitest'
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
  const statements: Statement[] = []
  const response = await listening(statements, () => getAs(asked, path))
  expect(response.status, path).toBe(200)
  const reader = await asked.plans.connect()
  try {
    await reader.query('begin')
    await reader.query(
      `select set_config('app.cooperative', $1, true), set_config('app.user', $2, true)`,
      [asked.cooperativeId, asked.caller.userId],
    )
    let buffers = 0
    for (const { text, values } of statements) {
      const plan = await reader.query(`explain (analyze, buffers, format json) ${text}`, values)
      const top = plan.rows[0]['QUERY PLAN'][0].Plan
      buffers += top['Shared Hit Blocks'] + top['Shared Read Blocks']
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

/** Notes what the application asks of the database while `run` goes on. */
async function listening<T>(statements: Statement[], run: () => Promise<T>): Promise<T> {
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [text, values] = args
    if (
      typeof text === 'string' &&
      /^\s*(select|with)\b/i.test(text) &&
      !/set_config|open_session|pg_backend_pid/.test(text)
    )
      statements.push({ text, values: Array.isArray(values) ? values : [] })
    return Reflect.apply(query, this, args)
  } as typeof query
  try {
    return await run()
  } finally {
    pg.Client.prototype.query = query
  }
}
