import { type CooperativeZone, PARIS } from '@terreau/domain/time/zoned-day'
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

/**
 * One request, one transaction. `guard` compares the connection just before COMMIT with the one that
 * began, because a driver that silently moves a transaction to another connection would report a half
 * write as committed, or write inside another cooperative.
 */
export async function inTransaction<T>(
  db: Database,
  run: (tx: Tx) => Promise<T>,
  options: { guard: boolean; mayRetry: boolean },
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    let isCommitting = false
    try {
      const done = await db.transaction().execute(async (tx) => {
        const before = options.guard ? await connectionOf(tx) : null
        const outcome = await valueOrKeptRefusal(run(tx))
        if (before !== null && (await connectionOf(tx)) !== before) throw new ConnectionChanged()
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

async function valueOrKeptRefusal<T>(
  running: Promise<T>,
): Promise<{ value: T } | { refusal: ProblemError }> {
  try {
    return { value: await running }
  } catch (error) {
    if (error instanceof KeptRefusal) return { refusal: error.problem }
    throw error
  }
}

/**
 * Sets whose data this transaction may see, and says on whose clocks its days begin. It ends with the
 * transaction, never with the connection.
 */
export async function enterCooperative(
  tx: Tx,
  cooperativeId: string,
  userId = '',
): Promise<CooperativeZone> {
  const { rows } = await sql<{ zone: CooperativeZone }>`
    select set_config('app.cooperative', ${cooperativeId}, true), set_config('app.user', ${userId}, true),
           terreau.zone_of(nullif(${cooperativeId}, '')::uuid) as zone`.execute(tx)
  return rows[0]?.zone ?? PARIS
}

/** The zone of a cooperative inside a statement, read once for all of its rows. */
export function zoneOf(cooperativeId: string): RawBuilder<string> {
  return sql`(select terreau.zone_of(${cooperativeId}::uuid))`
}

/** Asked twice in every write, so its plan is kept: only a statement with a value has one (preparing-client.ts). */
async function connectionOf(tx: Tx): Promise<string> {
  const { rows } = await sql<{
    at: string
  }>`select pg_backend_pid() || ${':'} || pg_current_xact_id() as at`.execute(tx)
  return rows[0]?.at ?? ''
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
