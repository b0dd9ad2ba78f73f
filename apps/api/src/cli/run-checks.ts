import { type Check, readChecks } from '@terreau/db/checks'
import { connect } from '@terreau/db/connect'
import type pg from 'pg'

/** What a check found: nothing, when its invariant holds. */
export interface CheckResult {
  name: string
  title: string
  rows: Record<string, unknown>[]
}

/**
 * Runs every check. `checkUrl` is a role that reads every cooperative; without it, the application's own
 * role looks at each cooperative in turn.
 */
export async function runChecks(
  urls: { checkUrl: string | undefined; appUrl: string },
  checks: readonly Check[] = readChecks(),
): Promise<CheckResult[]> {
  const client = await connect(urls.checkUrl ?? urls.appUrl)
  try {
    await client.query('set statement_timeout = 0')
    const scopes = urls.checkUrl === undefined ? await cooperatives(client) : [null]
    const results: CheckResult[] = []
    for (const check of checks) results.push(await runOne(client, check, scopes))
    return results
  } finally {
    await client.end()
  }
}

async function cooperatives(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    'select id from terreau.cooperative_ids() as id',
  )
  return rows.map((row) => row.id)
}

async function runOne(
  client: pg.Client,
  { name, title, sql }: Check,
  scopes: readonly (string | null)[],
): Promise<CheckResult> {
  const rows: Record<string, unknown>[] = []
  for (const scope of scopes) {
    await client.query('begin isolation level repeatable read read only')
    if (scope !== null) {
      await client.query(`select set_config('app.cooperative', $1, true)`, [scope])
    }
    const found = await client.query<Record<string, unknown>>(sql)
    await client.query('commit')
    rows.push(...found.rows)
  }
  // A check of the catalogue finds the same rows for each cooperative.
  const distinct = new Map(rows.map((row) => [JSON.stringify(row), row]))
  return { name, title, rows: [...distinct.values()] }
}
