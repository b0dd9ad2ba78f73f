import { userIdOf } from '../../platform/context.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { insertSession } from './open-session.ts'
import { userById } from './queries.ts'
import { endOtherSessions } from './session-queries.ts'
import { totpStep } from './totp.ts'

/**
 * The first code proves that the application holds the secret. This device goes on under a new token that
 * is worth two factors; every other session ends, for none of them gave the second one.
 */
export const confirmTotp = mutation<{ code: string }, void>({
  access: 'signed-in',
  async run(tx, ctx, { code }) {
    const user = found(await userById(tx, userIdOf(ctx)))
    const pending = { id: user.id, totpSecretSealed: user.totpPendingSealed, totpLastStep: null }
    const step = totpStep(ctx.services.secrets, pending, code, ctx.now)
    if (step === null || ctx.actor.kind !== 'person')
      throw new ProblemError('totp-code-wrong', undefined, [
        { pointer: '/body/code', code: 'totp-code-wrong' },
      ])
    await tx
      .updateTable('appUser')
      .set({
        totpSecretSealed: user.totpPendingSealed,
        totpPendingSealed: null,
        totpConfirmedAt: ctx.now,
        totpLastStep: step,
      })
      .where('id', '=', user.id)
      .execute()
    const old = await tx
      .selectFrom('session')
      .select('expiresAt')
      .where('id', '=', ctx.actor.sessionId)
      .executeTakeFirstOrThrow()
    const { id } = await insertSession(tx, ctx, {
      userId: user.id,
      cooperativeId: ctx.cooperativeId,
      roles: ctx.actor.roles,
      assurance: ctx.actor.assurance === 'password' ? 'password_totp' : ctx.actor.assurance,
      notAfter: old.expiresAt,
    })
    const sessionsEnded = await endOtherSessions(tx, ctx, id)
    return {
      value: undefined,
      audit: [
        {
          action: 'totp.confirmed',
          entity: { kind: 'user', id: user.id },
          after: { sessionsEnded },
        },
      ],
    }
  },
})
