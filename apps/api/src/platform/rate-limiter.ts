import { CompiledQuery } from 'kysely'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import type { Database } from './db/client.ts'

export interface RateLimit {
  keyPrefix: string
  points: number
  durationSeconds: number
}

/**
 * Counts in the database, so that a restart forgets nothing and two processes share the count. The library
 * speaks to any client with `query`; ours is the pool behind Kysely.
 */
export function createRateLimiter(db: Database, limit: RateLimit): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: { query: (query: StoreQuery) => runOnPool(db, query) },
    storeType: 'client',
    schemaName: 'terreau',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: limit.keyPrefix,
    points: limit.points,
    duration: limit.durationSeconds,
  })
}

interface StoreQuery {
  text: string
  values: unknown[]
}

interface StoreRow {
  points: number
  expire: bigint | null
}

async function runOnPool(
  db: Database,
  query: StoreQuery,
): Promise<{ rows: object[]; rowCount: number }> {
  const { rows } = await db.executeQuery<StoreRow>(CompiledQuery.raw(query.text, query.values))
  // The library subtracts clock readings, which are numbers; our driver reads int8 as bigint.
  const plain = rows.map((row) => ({ ...row, expire: Number(row.expire) }))
  return { rows: plain, rowCount: plain.length }
}
