import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './database.gen.ts'
import { PreparingClient } from './preparing-client.ts'

export type Database = Kysely<DB>

const INT8 = 20
const DATE = 1082
const NUMERIC = 1700

/** Money stays bigint, dates stay text: the driver's defaults would make them string and Date. */
const types = {
  getTypeParser(oid: number, format?: string): (value: string) => unknown {
    if (format !== 'binary') {
      if (oid === INT8) return BigInt
      if (oid === DATE || oid === NUMERIC) return String
    }
    return pg.types.getTypeParser(oid, 'text')
  },
}

/** The data of a cooperative fits in memory or on a disk without a moving arm: an index costs what it reads. */
const PLANNER = '-c random_page_cost=1.1'

export interface DatabaseClient {
  db: Database
  pool: pg.Pool
  close(): Promise<void>
}

export interface DatabaseOptions {
  max?: number
  onError?: (error: Error) => void
}

/**
 * A pool on one database. Both the pool and every connected client need a listener: without them one
 * dead connection ends the process.
 */
export function connect(url: string, options: DatabaseOptions = {}): DatabaseClient {
  const onError = options.onError ?? (() => undefined)
  const pool = new pg.Pool({
    connectionString: url,
    options: PLANNER,
    max: options.max ?? 10,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    types,
    Client: PreparingClient,
  })
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', onError))
  const db = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
  return { db, pool, close: () => db.destroy() }
}
