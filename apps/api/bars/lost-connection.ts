import { type Kysely, sql, type Transaction } from 'kysely'
import pg from 'pg'
import postgres from 'postgres'
import { connect } from '../src/platform/db/client.ts'
import { inGuardedTransaction } from '../src/platform/db/transaction.ts'
import { pause } from './bar.ts'

type Urls = { ownerUrl: string; appUrl: string }
export type Driver = 'pg' | 'postgres.js'

/** One transaction, seen the same way through both drivers: run statements, give back the first row. */
type Query = (text: string) => Promise<Record<string, unknown> | undefined>
type InTransaction = (work: (query: Query) => Promise<void>) => Promise<void>

const FOREVER_MS = 2_000
/** Until the other side has noticed. */
const NOTICE_MS = 120

/**
 * Case 1: the backend dies between the two halves of a transaction, and a query of somebody else makes the
 * driver connect again. Counts the second halves that are in the database without the first one.
 */
export async function lostHalfReportedCommitted(urls: Urls, driver: Driver): Promise<number> {
  const { run, once, end } = open(urls, driver)
  const admin = new pg.Client({ connectionString: urls.ownerUrl })
  await admin.connect()
  try {
    await admin.query(`delete from terreau.bar_leg where tenant = 'case 1'`)
    const pid = latch<number>()
    const gate = latch()
    const work = settle(
      run(async (query) => {
        const row = await query('select pg_backend_pid() as pid')
        await query(`insert into terreau.bar_leg values (gen_random_uuid(), 1, 'case 1')`)
        pid.open(Number(row?.pid))
        await gate.opened
        await within(query(`insert into terreau.bar_leg values (gen_random_uuid(), 2, 'case 1')`))
      }),
    )
    await terminate(admin, await cuttable(pid.opened, work))
    await pause(NOTICE_MS)
    const other = within(once('select 1'))
    await pause(NOTICE_MS)
    gate.open()
    await within(work)
    await other
    const { rows } = await admin.query(`select leg from terreau.bar_leg where tenant = 'case 1'`)
    return rows.length
  } finally {
    await admin.end()
    await end()
  }
}

/**
 * Case 2: cooperative A's connection dies, its late query is sent while B's transaction runs on a new one.
 * Counts the rows of A found under B's name.
 */
export async function lateQueryInAnothersTransaction(urls: Urls, driver: Driver): Promise<number> {
  const { run, end } = open(urls, driver)
  const admin = new pg.Client({ connectionString: urls.ownerUrl })
  await admin.connect()
  try {
    const pid = latch<number>()
    const gateA = latch()
    const a = settle(
      run(async (query) => {
        const row = await query(
          `select pg_backend_pid() as pid, set_config('app.cooperative', 'A', true)`,
        )
        pid.open(Number(row?.pid))
        await gateA.opened
        await within(
          query(
            `insert into terreau.bar_leg values (gen_random_uuid(), 100, current_setting('app.cooperative', true))`,
          ),
        )
      }),
    )
    await terminate(admin, await cuttable(pid.opened, a))
    await pause(NOTICE_MS)
    const gateB = latch()
    const begun = latch()
    const b = settle(
      run(async (query) => {
        await query(`select set_config('app.cooperative', 'B', true)`)
        begun.open()
        await gateB.opened
      }),
    )
    await within(begun.opened)
    gateA.open()
    await within(a)
    gateB.open()
    await within(b)
    const { rows } = await admin.query(`select 1 from terreau.bar_leg where leg = 100`)
    return rows.length
  } finally {
    await admin.end()
    await end()
  }
}

interface Opened {
  run: InTransaction
  /** A query outside any transaction. */
  once(text: string): Promise<unknown>
  end(): Promise<void>
}

function open(urls: Urls, driver: Driver): Opened {
  if (driver === 'postgres.js') {
    // This driver also throws outside of any promise when its connection is gone.
    const ignore = (): void => undefined
    process.on('uncaughtException', ignore)
    const client = postgres(urls.appUrl, { max: 1, onnotice: () => undefined })
    return {
      run: (work) => reservedTransaction(client, work),
      once: (text) => client.unsafe(text),
      end: async () => {
        await within(client.end({ timeout: 1 }))
        process.off('uncaughtException', ignore)
      },
    }
  }
  const client = connect(urls.appUrl, { max: 1 })
  return {
    run: (work) =>
      inGuardedTransaction(
        client.db,
        { open: async () => ({}), run: (tx) => work((text) => runOn(tx, text)) },
        { mayRetry: false },
      ),
    once: (text) => runOn(client.db, text),
    end: () => client.close(),
  }
}

/** The way Kysely's dialect for this driver makes a transaction: a reserved connection, and words. */
async function reservedTransaction(
  client: postgres.Sql,
  work: (query: Query) => Promise<void>,
): Promise<void> {
  const reserved = await client.reserve()
  try {
    await reserved.unsafe('begin')
    await work(async (text) => (await reserved.unsafe(text))[0])
    await reserved.unsafe('commit')
  } finally {
    reserved.release()
  }
}

async function runOn<DB>(
  tx: Kysely<DB> | Transaction<DB>,
  text: string,
): Promise<Record<string, unknown> | undefined> {
  const { rows } = await sql.raw<Record<string, unknown>>(text).execute(tx)
  return rows[0]
}

/** A transaction that ends before it has said where it runs would hang the bar, or prove nothing. */
function cuttable<T>(said: Promise<T>, work: Promise<void>): Promise<T> {
  const ended = work.then(() => {
    throw new Error('the transaction ended before it was cut')
  })
  ended.catch(() => undefined)
  return Promise.race([said, ended])
}

/** Ends a connection, and waits until the server has let go of it. */
async function terminate(admin: pg.Client, pid: number): Promise<void> {
  await admin.query('select pg_terminate_backend($1, $2)', [pid, FOREVER_MS])
}

function latch<T = void>(): { opened: Promise<T>; open(value: T): void } {
  const { promise, resolve } = Promise.withResolvers<T>()
  return { opened: promise, open: resolve }
}

/** A rejected transaction is an answer like another here. */
function settle(work: Promise<void>): Promise<void> {
  return work.catch(() => undefined)
}

/** A driver that hangs must not hang the bar. */
async function within(work: Promise<unknown>): Promise<void> {
  await Promise.race([work.catch(() => undefined), pause(FOREVER_MS)])
}
