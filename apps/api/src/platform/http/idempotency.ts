import type { Endpoint } from '@terreau/protocol/endpoint'
import type { Context } from '../context.ts'
import type { Json } from '../db/database.gen.ts'
import type { Tx } from '../db/transaction.ts'
import { ProblemError } from '../problem-error.ts'
import type { ParsedRequest } from './parse-request.ts'

/** One request of one user, named by the caller before sending it. */
export interface ReplayKey {
  cooperativeId: string
  userId: string
  route: string
  key: string
  bodySha256: Buffer
}

/** The key of a request that may be repeated, or undefined when the caller named none. */
export function replayKey(
  endpoint: Endpoint,
  ctx: Pick<Context, 'actor' | 'cooperativeId'>,
  parsed: ParsedRequest,
): ReplayKey | undefined {
  if (
    endpoint.method === 'GET' ||
    endpoint.isGuarded === true ||
    parsed.idempotencyKey === undefined ||
    ctx.actor.kind !== 'person'
  ) {
    return undefined
  }
  return {
    cooperativeId: ctx.cooperativeId,
    userId: ctx.actor.userId,
    route: `${endpoint.method} ${endpoint.path}`,
    key: parsed.idempotencyKey,
    bodySha256: parsed.fingerprint,
  }
}

/** The first answer to the same request. The same key with another body is refused. */
export async function findReplay(
  tx: Tx,
  key: ReplayKey,
): Promise<{ status: number; response: Json | null } | undefined> {
  const row = await tx
    .selectFrom('idempotency')
    .select(['status', 'response', 'bodySha256'])
    .where('cooperativeId', '=', key.cooperativeId)
    .where('userId', '=', key.userId)
    .where('route', '=', key.route)
    .where('key', '=', key.key)
    .executeTakeFirst()
  if (row === undefined) return undefined
  if (!row.bodySha256.equals(key.bodySha256)) throw new ProblemError('idempotency-mismatch')
  return { status: row.status, response: row.response }
}

/**
 * Keeps the answer in the transaction of its effect. A twin sent at the same time waits here for the first
 * one, loses what it did, and gets the first answer.
 */
export async function keepForReplay(
  tx: Tx,
  key: ReplayKey,
  status: number,
  response: Json | null,
): Promise<void> {
  const kept = await tx
    .insertInto('idempotency')
    .values({ ...key, status, response: response === null ? null : JSON.stringify(response) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (kept.numInsertedOrUpdatedRows === 0n) throw new ProblemError('idempotency-busy')
}
