import { randomUUID } from 'node:crypto'
import type { DeliveryChannel, HANDED_CHANNELS } from '@terreau/domain/attestations/sending'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'

interface Given {
  attestationId: string
  by: (typeof HANDED_CHANNELS)[number]
}

/** Notes that staff gave a certificate to its person, and how; what they then send is theirs. */
export const noteDelivery = mutation<Given, void>({
  access: 'attestation.issue',
  async run(tx, ctx, { attestationId, by }) {
    const row = await tx
      .selectFrom('attestation as a')
      .leftJoin('attestationRevocation as r', (join) =>
        join.onRef('r.cooperativeId', '=', 'a.cooperativeId').onRef('r.attestationId', '=', 'a.id'),
      )
      .leftJoin('attestationReplacement as x', (join) =>
        join.onRef('x.cooperativeId', '=', 'a.cooperativeId').onRef('x.attestationId', '=', 'a.id'),
      )
      .select(['a.number', 'r.revokedAt', 'x.replacedAt'])
      .where('a.cooperativeId', '=', ctx.cooperativeId)
      .where('a.id', '=', attestationId)
      .executeTakeFirst()
    const { number, revokedAt, replacedAt } = found(row)
    // A paper that is not valid any more is not handed out.
    if (revokedAt !== null) throw new ProblemError('attestation-already-revoked')
    if (replacedAt !== null) throw new ProblemError('attestation-already-replaced')
    await keepDeliveries(tx, ctx, [{ attestationId, channel: by }])
    const entity = { kind: 'attestation', id: attestationId }
    return {
      value: undefined,
      audit: [{ action: 'attestation.delivered', entity, after: { number, by } }],
    }
  },
})

/** Keeps how certificates reached their people; a mail leaves by itself. */
export async function keepDeliveries(
  tx: Tx,
  ctx: Context,
  given: readonly { attestationId: string; channel: DeliveryChannel }[],
): Promise<void> {
  if (given.length === 0) return
  await tx
    .insertInto('attestationDelivery')
    .values(
      given.map(({ attestationId, channel }) => ({
        cooperativeId: ctx.cooperativeId,
        id: randomUUID(),
        attestationId,
        channel,
        deliveredAt: ctx.now,
        deliveredBy: channel === 'email' ? null : userIdOf(ctx),
      })),
    )
    .execute()
}
