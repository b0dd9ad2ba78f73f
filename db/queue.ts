import { runMigrations } from 'graphile-worker'
import pg from 'pg'

/** A pool that works as the schema's owner: the queue's tables belong to it, like ours. */
export function ownerPool(ownerUrl: string, ownerRole: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    max,
    options: `-c role=${ownerRole}`,
    connectionTimeoutMillis: 10_000,
  })
  // Without listeners, one connection that dies would end the process.
  const ignore = () => {}
  pool.on('error', ignore)
  pool.on('connect', (client) => client.on('error', ignore))
  return pool
}

/** Lays or updates the job queue's own tables (schema graphile_worker), beside our migrations. */
export async function prepareQueue(ownerUrl: string, ownerRole: string): Promise<void> {
  const pool = ownerPool(ownerUrl, ownerRole, 1)
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    await runMigrations({ pgPool: pool })
  } finally {
    await pool.end()
  }
}
