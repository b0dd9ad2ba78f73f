import { passwordFault } from '@terreau/domain/access/password'
import { SHORTEST_PASSWORD, SHORTEST_STAFF_PASSWORD } from '@terreau/domain/access/password-length'
import { isStaff } from '@terreau/domain/access/roles'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { queueMail } from '../../platform/mail/queue-mail.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { hashPassword, isPasswordOf } from './password-hash.ts'
import { weakPassword } from './password-problem.ts'
import { type UserRow, userById } from './queries.ts'
import { endOtherSessions } from './session-queries.ts'

/**
 * Sets or changes the password. Every other session ends: whoever knew the old one is out. The owner is
 * told by mail, because a thief of a session could do this too.
 */
export const changePassword = mutation<{ current: string | undefined; password: string }, void>({
  access: 'signed-in',
  async run(tx, ctx, { current, password }) {
    await oneAtATime(tx, userIdOf(ctx))
    const user = found(await userById(tx, userIdOf(ctx)))
    const cooperative = await nameOfCooperative(tx, ctx)
    if (user.passwordHash !== null && !(await isPasswordOf(user.passwordHash, current ?? '')))
      throw new ProblemError('sign-in-refused', undefined, [
        { pointer: '/body/current', code: 'password-not-yours' },
      ])
    refuseWeak(ctx, user, cooperative, password)
    const passwordHash = await hashPassword(password)
    await tx.updateTable('appUser').set({ passwordHash }).where('id', '=', user.id).execute()
    const sessionId = ctx.actor.kind === 'person' ? ctx.actor.sessionId : ''
    const sessionsEnded = await endOtherSessions(tx, ctx, sessionId)
    return {
      value: undefined,
      audit: [
        {
          action: 'password.changed',
          entity: { kind: 'user', id: user.id },
          after: { sessionsEnded },
        },
      ],
      jobs: [await tellOwner(tx, ctx, user, cooperative)],
    }
  },
})

/** Hashing is slow and holds a connection: one person may not hold several. */
async function oneAtATime(tx: Tx, userId: string): Promise<void> {
  const mine = await tx
    .selectFrom('appUser')
    .select('id')
    .where('id', '=', userId)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  if (mine === undefined) throw new ProblemError('too-many-attempts')
}

function refuseWeak(ctx: Context, user: UserRow, cooperative: string, password: string): void {
  const isForStaff = ctx.actor.kind === 'person' && ctx.actor.roles.some(isStaff)
  const shortest = isForStaff ? SHORTEST_STAFF_PASSWORD : SHORTEST_PASSWORD
  const about = [user.displayName, user.email, cooperative]
  const fault = passwordFault(password, { shortest, about })
  if (fault !== null) throw weakPassword(fault, shortest, '/body/password')
}

async function nameOfCooperative(tx: Tx, ctx: Context): Promise<string> {
  const { name } = await tx
    .selectFrom('cooperative')
    .select('name')
    .where('id', '=', ctx.cooperativeId)
    .executeTakeFirstOrThrow()
  return name
}

function tellOwner(tx: Tx, ctx: Context, user: UserRow, cooperative: string) {
  return queueMail(tx, ctx, {
    template: 'password-changed',
    params: {
      name: user.displayName,
      cooperative,
      link: `${ctx.services.config.publicUrl}/moi/appareils`,
    },
    to: {
      name: user.displayName,
      address: user.email,
      locale: ctx.locale,
    },
  })
}
