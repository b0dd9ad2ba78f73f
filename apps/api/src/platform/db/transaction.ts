import type { CooperativeZone } from '@terreau/domain/time/zoned-day'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { ProblemError } from '../problem-error.ts'
import type { Database } from './client.ts'
import type { DB } from './database.gen.ts'
import { isStalePlan } from './preparing-client.ts'

export type Tx = Transaction<DB>

/** Errors that say "try again": serialization, deadlock, lock not available. */
const RETRYABLE = new Set(['40001', '40P01', '55P03'])
const MOST_TRIES = 3

export class ConnectionChanged extends Error {}

/** A refusal whose writes stay: a counted try must not roll back with the answer "no". */
export class KeptRefusal extends Error {
  readonly problem: ProblemError

  constructor(problem: ProblemError) {
    super(problem.code)
    this.problem = problem
  }
}

/** What the first statement of a transaction found, and the connection that it ran on, if it said so. */
interface Opened {
  connection?: string
}

/** A read, or a write that may be done again and that nobody is told about. */
export function inTransaction<T>(db: Database, run: (tx: Tx) => Promise<T>): Promise<T> {
  return tried(db, (tx) => valueOrKeptRefusal(run(tx)), { mayRetry: true })
}

/**
 * One write, one transaction. `open` is its first statement: whose data, on which connection. The connection is
 * compared with the one just before COMMIT, because a driver that silently moves a transaction to another
 * would report a half write as committed, or write inside another cooperative.
 */
export function inGuardedTransaction<O extends Opened, T>(
  db: Database,
  { open, run }: { open: (tx: Tx) => Promise<O>; run: (tx: Tx, opened: O) => Promise<T> },
  options: { mayRetry: boolean },
): Promise<T> {
  return tried(
    db,
    async (tx) => {
      const opened = await open(tx)
      const before = opened.connection ?? (await connectionOf(tx))
      const outcome = await valueOrKeptRefusal(run(tx, opened))
      if ((await connectionOf(tx)) !== before) throw new ConnectionChanged()
      return outcome
    },
    options,
  )
}

type Ended<T> = { value: T } | { refusal: ProblemError }

async function tried<T>(
  db: Database,
  run: (tx: Tx) => Promise<Ended<T>>,
  options: { mayRetry: boolean },
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    let isCommitting = false
    try {
      const done = await db.transaction().execute(async (tx) => {
        const outcome = await run(tx)
        isCommitting = true
        return outcome
      })
      if ('refusal' in done) throw done.refusal
      return done.value
    } catch (error) {
      const code = sqlState(error)
      if (isCommitting && isLostConnection(error, code)) throw new ProblemError('outcome-unknown')
      if (isLostConnection(error, code)) throw new ProblemError('unavailable')
      const isPassing = (code !== undefined && RETRYABLE.has(code)) || isStalePlan(error)
      const retry = options.mayRetry && isPassing
      if (!retry || attempt === MOST_TRIES) throw error
      await new Promise((done) => setTimeout(done, 10 + Math.random() * 40 * attempt))
    }
  }
}

async function valueOrKeptRefusal<T>(running: Promise<T>): Promise<Ended<T>> {
  try {
    return { value: await running }
  } catch (error) {
    if (error instanceof KeptRefusal) return { refusal: error.problem }
    throw error
  }
}

/**
 * Sets whose data this transaction may see, and says on whose clocks its days begin, and the connection. It ends
 * with the transaction, never with the connection.
 */
export async function enterCooperative(
  tx: Tx,
  cooperativeId: string,
  userId = '',
): Promise<{ zone: CooperativeZone; connection: string }> {
  const { rows } = await sql<{ zone: CooperativeZone; connection: string }>`
    select set_config('app.cooperative', ${cooperativeId}, true), set_config('app.user', ${userId}, true),
           terreau.zone_of(nullif(${cooperativeId}, '')::uuid) as zone, ${CONNECTION} as connection`.execute(
    tx,
  )
  const [row] = rows
  if (row === undefined) throw new Error('a question to the database has an answer')
  return row
}

/** The zone of a cooperative inside a statement, read once for all of its rows. */
export function zoneOf(cooperativeId: string): RawBuilder<string> {
  return sql`(select terreau.zone_of(${cooperativeId}::uuid))`
}

/**
 * Names a connection and the transaction that it is in: `now()` is the moment that this transaction began. Costs
 * nothing in a statement that is sent anyway, and takes no transaction number from the reads.
 */
export const CONNECTION: RawBuilder<string> = sql`(pg_backend_pid() || ${':'} || extract(epoch from now()))`

/** Its plan is kept, because CONNECTION has a value (preparing-client.ts). */
async function connectionOf(tx: Tx): Promise<string> {
  const { rows } = await sql<{ connection: string }>`select ${CONNECTION} as connection`.execute(tx)
  return rows[0]?.connection ?? ''
}

/** The SQLSTATE of a driver error, if it has one. */
export function sqlState(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

function isLostConnection(error: unknown, code: string | undefined): boolean {
  if (error instanceof ConnectionChanged) return true
  if (code !== undefined) return /^(08|57P0|53300|ECONN|EPIPE)/.test(code)
  return (
    error instanceof Error &&
    /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(
      error.message,
    )
  )
}
