import { toString as qrSvg } from 'qrcode'
import { userIdOf } from '../../platform/context.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { userById } from './queries.ts'
import { newTotpSecret, sealTotpSecret, totpStep, totpUri } from './totp.ts'

/**
 * Prepares a second factor beside the one in use, which stays until the new one is confirmed. Whoever has
 * one proves it first: a stolen session must not replace it.
 */
export const beginTotp = mutation<
  { code: string | undefined },
  { secret: string; uri: string; qrSvg: string }
>({
  access: 'signed-in',
  async run(tx, ctx, { code }) {
    const user = found(await userById(tx, userIdOf(ctx)))
    const { secrets } = ctx.services
    if (user.totpConfirmedAt !== null && totpStep(secrets, user, code ?? '', ctx.now) === null)
      throw new ProblemError('totp-code-wrong', undefined, [
        { pointer: '/body/code', code: 'totp-code-wrong' },
      ])
    const secret = newTotpSecret()
    await tx
      .updateTable('appUser')
      .set({ totpPendingSealed: sealTotpSecret(secrets, user.id, secret) })
      .where('id', '=', user.id)
      .execute()
    const uri = totpUri({ email: user.email, issuer: 'Terreau', secret })
    return {
      value: { secret, uri, qrSvg: await qrSvg(uri, { type: 'svg', margin: 2 }) },
      audit: [{ action: 'totp.begun', entity: { kind: 'user', id: user.id } }],
    }
  },
})
