import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { enterCooperative, type Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { sha256 } from '../../platform/secrets.ts'
import { type UserRow, userById } from './queries.ts'
import { checkSecondFactor, entranceOf, type SignedIn, startSession } from './start-session.ts'

/**
 * Signs in with the link of a mail. Only this POST uses it up: mail filters open links before people do,
 * so nothing may happen on GET.
 */
export const signInWithLink = mutation<{ token: string; totp: string | undefined }, SignedIn>({
  access: 'visitor',
  async run(tx, ctx, { token, totp }) {
    const user = await userOfLink(tx, ctx, token)
    const entrance = user === undefined ? undefined : await entranceOf(tx, user.id)
    if (user === undefined || entrance === undefined) throw new ProblemError('link-expired')
    const second = await checkSecondFactor(tx, ctx, user, totp)
    if (second instanceof ProblemError) throw second
    const used = await tx
      .updateTable('signInToken')
      .set({ usedAt: ctx.now })
      .where('linkHash', '=', sha256(token))
      .where('usedAt', 'is', null)
      .executeTakeFirst()
    if (used.numUpdatedRows !== 1n) throw new ProblemError('link-expired')
    return startSession(tx, ctx, { user, entrance, assurance: 'link' })
  },
})

async function userOfLink(tx: Tx, ctx: Context, token: string): Promise<UserRow | undefined> {
  const { rows } = await sql<{
    id: string | null
  }>`select terreau.user_id_by_link(${sha256(token)}) as id`.execute(tx)
  const userId = rows[0]?.id ?? null
  if (userId === null) return undefined
  await enterCooperative(tx, '', userId)
  const live = await tx
    .selectFrom('signInToken')
    .select('id')
    .where('linkHash', '=', sha256(token))
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', ctx.now)
    .executeTakeFirst()
  return live === undefined ? undefined : userById(tx, userId)
}
