import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

const MINUTE = 60_000
const LIFETIME_MS = 10 * MINUTE
const WINDOW_MS = 60 * MINUTE
const CODES_PER_WINDOW = 5
/** A code of six digits stands five guesses, as the bank's does. */
export const MOST_TRIES = 5

/** Makes a code for one document; null when too many were asked for in the last hour. */
export async function newSigningCode(
  tx: Tx,
  ctx: Context,
  of: { contractId: string; documentSha256: Buffer },
): Promise<{ code: string; expiresAt: Date } | null> {
  const recent = await tx
    .selectFrom('signingCode')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('contractId', '=', of.contractId)
    .where('createdAt', '>', new Date(ctx.now.getTime() - WINDOW_MS))
    .executeTakeFirstOrThrow()
  if (recent.count >= CODES_PER_WINDOW) return null
  const id = randomUUID()
  const code = randomInt(0, 1_000_000).toString().padStart(6, '0')
  const expiresAt = new Date(ctx.now.getTime() + LIFETIME_MS)
  await tx
    .insertInto('signingCode')
    .values({
      cooperativeId: ctx.cooperativeId,
      contractId: of.contractId,
      id,
      codeHash: hashOf(ctx, id, code),
      documentSha256: of.documentSha256,
      createdAt: ctx.now,
      expiresAt,
    })
    .execute()
  return { code, expiresAt }
}

/**
 * Whether this is the last code sent for this document, still in time. Every wrong guess counts; the
 * caller must let the count stay when it refuses.
 */
export async function useSigningCode(
  tx: Tx,
  ctx: Context,
  given: { contractId: string; documentSha256: Buffer; code: string },
): Promise<'right' | 'wrong' | 'exhausted'> {
  const row = await tx
    .selectFrom('signingCode')
    .selectAll()
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('contractId', '=', given.contractId)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return 'wrong'
  if (row.tries >= MOST_TRIES) return 'exhausted'
  const isStanding =
    row.usedAt === null &&
    row.expiresAt > ctx.now &&
    row.documentSha256.equals(given.documentSha256)
  const digits = given.code.replace(/\D/g, '')
  const isRight = isStanding && timingSafeEqual(row.codeHash, hashOf(ctx, row.id, digits))
  await tx
    .updateTable('signingCode')
    .set(isRight ? { usedAt: ctx.now } : { tries: row.tries + 1 })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('contractId', '=', given.contractId)
    .where('id', '=', row.id)
    .execute()
  return isRight ? 'right' : 'wrong'
}

function hashOf(ctx: Context, id: string, code: string): Buffer {
  return Buffer.from(ctx.services.secrets.sign('signing-code', `${id}:${code}`), 'hex')
}
