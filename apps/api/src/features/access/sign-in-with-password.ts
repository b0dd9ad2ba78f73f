import { randomUUID } from 'node:crypto'
import { enterCooperative, inTransaction } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import type { Services } from '../../platform/services.ts'
import { refusedSignIn } from './note-refused-sign-in.ts'
import { isPasswordOf } from './password-hash.ts'
import { userById, userIdByEmail } from './queries.ts'
import { checkSecondFactor, entranceOf, type SignedIn, startSession } from './start-session.ts'

/** A password that was compared before the transaction: a tenth of a second must not hold a connection. */
export interface CheckedPassword {
  /** The hash the password fits, or null: wrong, or nobody's. */
  hash: string | null
}

/** Compares outside any transaction. An unknown address costs one hash too. */
export async function checkPassword(
  services: Services,
  typed: { email: string; password: string },
): Promise<CheckedPassword> {
  const stored = await inTransaction(services.db, async (tx) => {
    const userId = (await userIdByEmail(tx, typed.email)) ?? randomUUID()
    await enterCooperative(tx, '', userId)
    return (await userById(tx, userId))?.passwordHash ?? null
  })
  return { hash: (await isPasswordOf(stored, typed.password)) ? stored : null }
}

/** Said of the password whichever of the two was wrong. */
function wrongPassword(): ProblemError {
  return new ProblemError('sign-in-refused', undefined, [
    { pointer: '/body/password', code: 'sign-in-refused' },
  ])
}

/**
 * Signs in with a password and, for whoever set one up, a second factor in the same request: there is no
 * half-open session between the two.
 */
export const signInWithPassword = mutation<
  { email: string; checked: CheckedPassword; totp: string | undefined },
  SignedIn
>({
  access: 'visitor',
  async run(tx, ctx, { email, checked, totp }) {
    const refuse = (problem: ProblemError) => refusedSignIn(problem, { email, means: 'password' })
    const userId = (await userIdByEmail(tx, email)) ?? randomUUID()
    await enterCooperative(tx, '', userId)
    const user = await userById(tx, userId)
    const isRight = checked.hash !== null && user?.passwordHash === checked.hash
    if (user === undefined || !isRight) return refuse(wrongPassword())
    const entrance = await entranceOf(tx, user.id)
    if (entrance === undefined) return refuse(wrongPassword())
    const second = await checkSecondFactor(tx, ctx, user, totp)
    if (second instanceof ProblemError) return refuse(second)
    const assurance = second === 'given' ? 'password_totp' : 'password'
    return startSession(tx, ctx, { user, entrance, assurance })
  },
})
