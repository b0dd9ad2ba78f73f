import { randomUUID } from 'node:crypto'
import type { Context } from '../../platform/context.ts'
import { enterCooperative, type Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { refusedSignIn } from './note-refused-sign-in.ts'
import { userById, userIdByEmail } from './queries.ts'
import { codeHash } from './request-sign-in.ts'
import { checkSecondFactor, entranceOf, type SignedIn, startSession } from './start-session.ts'

const MOST_TRIES = 5

/** Signs in with the six digits of a mail. Any code of the last quarter of an hour opens, once. */
export const signInWithCode = mutation<
  { email: string; code: string; totp: string | undefined },
  SignedIn
>({
  access: 'visitor',
  async run(tx, ctx, { email, code, totp }) {
    const refuse = (problem: ProblemError) => refusedSignIn(problem, { email, means: 'code' })
    const userId = await userIdByEmail(tx, email)
    // A stranger gets the same statements on nobody's rows: the time says nothing either.
    const soughtId = userId ?? randomUUID()
    await enterCooperative(tx, '', soughtId)
    const tokenId = await findToken(tx, ctx, soughtId, code)
    const user = await userById(tx, soughtId)
    if (tokenId === null || user === undefined) return refuse(wrongCode())
    const entrance = await entranceOf(tx, user.id)
    if (entrance === undefined) return refuse(wrongCode())
    const second = await checkSecondFactor(tx, ctx, user, totp)
    if (second instanceof ProblemError) {
      if (second.code === 'totp-code-wrong') await countTry(tx, ctx, user.id)
      return refuse(second)
    }
    await tx.updateTable('signInToken').set({ usedAt: ctx.now }).where('id', '=', tokenId).execute()
    return startSession(tx, ctx, { user, entrance, assurance: 'code' })
  },
})

function wrongCode(): ProblemError {
  return new ProblemError('sign-in-refused', undefined, [
    { pointer: '/body/code', code: 'sign-in-code-wrong' },
  ])
}

/** The live token this code belongs to. A wrong code counts against every live token of the user. */
async function findToken(
  tx: Tx,
  ctx: Context,
  userId: string,
  typed: string,
): Promise<string | null> {
  const live = await tx
    .selectFrom('signInToken')
    .select(['id', 'codeHash'])
    .where('userId', '=', userId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', ctx.now)
    .where('tries', '<', MOST_TRIES)
    .forUpdate()
    .execute()
  const hash = codeHash(ctx.services.secrets, userId, typed.replaceAll(/[\s.-]/g, ''))
  const match = live.find((token) => token.codeHash.equals(hash))
  if (match !== undefined) return match.id
  await countTry(tx, ctx, userId)
  return null
}

async function countTry(tx: Tx, ctx: Context, userId: string): Promise<void> {
  await tx
    .updateTable('signInToken')
    .set((eb) => ({ tries: eb('tries', '+', 1) }))
    .where('userId', '=', userId)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', ctx.now)
    .execute()
}
