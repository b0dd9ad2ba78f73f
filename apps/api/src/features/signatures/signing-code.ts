import { randomInt, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

const MINUTE = 60_000
const LIFETIME_MS = 10 * MINUTE
const WINDOW_MS = 60 * MINUTE
const CODES_PER_WINDOW = 5
/** A code of six digits stands five guesses, as the bank's does. */
export const MOST_TRIES = 5

/** One party of one request, on one route: a code signs nothing else. */
export interface CodeScope {
  requestId: string
  position: number
  route: 'phone' | 'office'
  documentSha256: Buffer
}

/** Makes a code for one document; null when too many were asked for in the last hour. */
export async function newSigningCode(
  tx: Tx,
  ctx: Context,
  of: CodeScope & {
    /** An address, or the name of the colleague who hands the code over. */
    sentTo: string
    handedBy?: string
  },
): Promise<{ id: string; code: string; expiresAt: Date } | null> {
  const recent = await tx
    .selectFrom('signatureCode')
    .select((eb) => eb.fn.countAll<bigint>().as('count'))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('requestId', '=', of.requestId)
    .where('position', '=', of.position)
    .where('createdAt', '>', new Date(ctx.now.getTime() - WINDOW_MS))
    .executeTakeFirstOrThrow()
  if (recent.count >= CODES_PER_WINDOW) return null
  const id = randomUUID()
  const code = randomInt(0, 1_000_000).toString().padStart(6, '0')
  const expiresAt = new Date(ctx.now.getTime() + LIFETIME_MS)
  const { handedBy = null, ...scope } = of
  await tx
    .insertInto('signatureCode')
    .values({
      ...scope,
      cooperativeId: ctx.cooperativeId,
      id,
      handedBy,
      channel: handedBy === null ? 'mail' : 'colleague',
      codeHash: hashOf(ctx, id, code),
      createdAt: ctx.now,
      expiresAt,
    })
    .execute()
  return { id, code, expiresAt }
}

export type CodeUse =
  | { result: 'right'; codeId: string; handedBy: string | null }
  | { result: 'wrong' | 'exhausted' }

/**
 * Whether this is the last code sent for this party, route and document, still in time. Every wrong guess
 * counts; the caller must let the count stay when it refuses.
 */
export async function useSigningCode(
  tx: Tx,
  ctx: Context,
  given: CodeScope & { code: string },
): Promise<CodeUse> {
  const row = await tx
    .selectFrom('signatureCode')
    .selectAll()
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('requestId', '=', given.requestId)
    .where('position', '=', given.position)
    .orderBy('createdAt', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return { result: 'wrong' }
  if (row.tries >= MOST_TRIES) return { result: 'exhausted' }
  const isStanding =
    row.usedAt === null &&
    row.expiresAt > ctx.now &&
    row.route === given.route &&
    row.documentSha256.equals(given.documentSha256)
  const digits = given.code.replace(/\D/g, '')
  const isRight = isStanding && timingSafeEqual(row.codeHash, hashOf(ctx, row.id, digits))
  await tx
    .updateTable('signatureCode')
    .set(isRight ? { usedAt: ctx.now } : { tries: row.tries + 1 })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('requestId', '=', given.requestId)
    .where('position', '=', given.position)
    .where('id', '=', row.id)
    .execute()
  return isRight ? { result: 'right', codeId: row.id, handedBy: row.handedBy } : { result: 'wrong' }
}

function hashOf(ctx: Context, id: string, code: string): Buffer {
  return Buffer.from(ctx.services.secrets.sign('signing-code', `${id}:${code}`), 'hex')
}
