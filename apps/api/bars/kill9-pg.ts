import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import { connect } from '../src/platform/db/client.ts'
import { enterCooperative, inTransaction } from '../src/platform/db/transaction.ts'
import { createTestApp, givenCooperative, type TestApp } from '../test/test-app.ts'
import { atLeast, type Bar, fact } from './bar.ts'
import { lateQueryInAnothersTransaction, lostHalfReportedCommitted } from './lost-connection.ts'

const LEGS = 2

/**
 * Database connections are killed in the middle of transactions of two halves. Whatever was acknowledged is
 * whole in the database, whatever was not is absent, and no half ever lands in another cooperative.
 */
export const kill9Pg: Bar = {
  name: 'kill9-pg',
  promise:
    'when the database dies in the middle, what was confirmed is whole and the rest is not there',
  sabotage: 'the driver that loses the identity of a transaction’s connection',
  async run(options) {
    const test = await createTestApp()
    const admin = new pg.Pool({ connectionString: test.urls.ownerUrl, max: 3 })
    admin.on('error', () => undefined)
    try {
      await admin.query('create table terreau.bar_leg (pair uuid, leg int, tenant text)')
      await admin.query('grant select, insert on terreau.bar_leg to terreau_app')
      const driver = options.isSabotaged ? 'postgres.js' : 'pg'
      const first = await lostHalfReportedCommitted(test.urls, driver)
      const second = await lateQueryInAnothersTransaction(test.urls, driver)
      const storm = options.isSabotaged
        ? undefined
        : await runStorm(test, admin, options.isSmall ? 8 : 30)
      return {
        checks: [
          fact('half writes reported as committed', first, 0),
          fact('rows written inside another cooperative’s transaction', second, 0),
          ...(storm?.checks ?? []),
        ],
        counts: storm?.counts ?? {},
      }
    } finally {
      await admin.end()
      await test.close()
    }
  },
}

async function runStorm(test: TestApp, admin: pg.Pool, kills: number) {
  const cooperative = await givenCooperative(test)
  const client = connect(test.urls.appUrl, { max: 10 })
  const acknowledged = new Set<string>()
  let isOn = true
  let refused = 0
  const worker = async (): Promise<void> => {
    while (isOn) {
      const pair = randomUUID()
      try {
        await inTransaction(
          client.db,
          async (tx) => {
            await enterCooperative(tx, cooperative.id)
            for (let leg = 1; leg <= LEGS; leg += 1) {
              await sql`insert into terreau.bar_leg values (${pair}, ${leg}, current_setting('app.cooperative', true))`.execute(
                tx,
              )
              await new Promise((done) => setTimeout(done, 2 + Math.random() * 10))
            }
          },
          { guard: true, mayRetry: false },
        )
        acknowledged.add(pair)
      } catch {
        refused += 1
        await new Promise((done) => setTimeout(done, 20))
      }
    }
  }
  const workers = Array.from({ length: 20 }, worker)
  for (let n = 0; n < kills; n += 1) {
    await new Promise((done) => setTimeout(done, 250))
    await admin.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'terreau_app'`,
    )
  }
  await new Promise((done) => setTimeout(done, 300))
  isOn = false
  const stuck = await stuckAfter(workers, 15_000)
  await client.close()
  const { rows } = await admin.query<{ pair: string; legs: number; tenants: number }>(
    'select pair, count(*)::int as legs, count(distinct tenant)::int as tenants from terreau.bar_leg group by pair',
  )
  const stored = new Set(rows.map((row) => row.pair))
  return {
    checks: [
      atLeast('acknowledged writes', acknowledged.size, kills * 5),
      fact(
        'acknowledged and lost',
        [...acknowledged].filter((pair) => !stored.has(pair)).length,
        0,
      ),
      fact('half writes', rows.filter((row) => row.legs !== LEGS).length, 0),
      fact('writes under two cooperatives', rows.filter((row) => row.tenants !== 1).length, 0),
      fact('clients that never came back', stuck, 0),
    ],
    counts: { acknowledged: acknowledged.size, refused, kills },
  }
}

async function stuckAfter(workers: readonly Promise<void>[], ms: number): Promise<number> {
  let done = 0
  for (const worker of workers) void worker.then(() => (done += 1))
  await Promise.race([Promise.all(workers), new Promise((end) => setTimeout(end, ms))])
  return workers.length - done
}
