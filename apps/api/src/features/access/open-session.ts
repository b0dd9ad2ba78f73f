import { randomUUID } from 'node:crypto'
import { isRole, isStaff, type Role } from '@terreau/domain/access/roles'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { newToken, sha256 } from '../../platform/secrets.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** Staff hold many files, so their sessions are short; a tester's phone stays signed in for 90 days. */
const LIFETIME = {
  staff: { idleMs: 60 * MINUTE, absoluteMs: DAY / 2 },
  others: { idleMs: 90 * DAY, absoluteMs: 365 * DAY },
}

/**
 * Opens a session for a user in a cooperative. The token exists only in the cookie; the database keeps its
 * hash. `app.user` and `app.cooperative` must be set to this user and cooperative.
 */
export async function insertSession(
  tx: Tx,
  ctx: Context,
  session: {
    userId: string
    cooperativeId: string
    roles: readonly Role[]
    assurance: string
    /** A session that replaces another one ends with it at the latest. */
    notAfter?: Date
  },
): Promise<{ id: string; token: string }> {
  const life = session.roles.some(isStaff) ? LIFETIME.staff : LIFETIME.others
  const mostMs = (session.notAfter?.getTime() ?? Number.POSITIVE_INFINITY) - ctx.now.getTime()
  const absoluteMs = Math.min(life.absoluteMs, mostMs)
  const token = newToken()
  const id = randomUUID()
  await tx
    .insertInto('session')
    .values({
      id,
      tokenHash: sha256(token),
      userId: session.userId,
      cooperativeId: session.cooperativeId,
      assurance: session.assurance,
      device: ctx.userAgent,
      createdAt: ctx.now,
      lastSeenAt: ctx.now,
      idleExpiresAt: new Date(ctx.now.getTime() + life.idleMs),
      expiresAt: new Date(ctx.now.getTime() + absoluteMs),
    })
    .execute()
  ctx.reply.sessionCookie = { token, maxAgeSeconds: Math.floor(absoluteMs / 1000) }
  return { id, token }
}

/** Where a role starts: staff at their queue, testers at home, tutors at their hours. */
export function homeOf(roles: readonly string[]): string {
  const known = roles.filter(isRole)
  if (known.some((role) => isStaff(role) || role === 'observer')) return '/gestion'
  return known.includes('tester') ? '/moi' : '/tutorat'
}
