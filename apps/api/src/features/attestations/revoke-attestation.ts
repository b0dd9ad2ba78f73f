import { userIdOf } from '../../platform/context.ts'
import { mutation } from '../../platform/mutation.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'

/**
 * Takes a certificate back for good. It keeps its number and its bytes; the verification page reads this
 * row at each visit, so it says so from COMMIT on.
 */
export const revokeAttestation = mutation<{ attestationId: string; reason: string }, void>({
  access: 'attestation.revoke',
  async run(tx, ctx, { attestationId, reason }) {
    const { number } = found(
      await tx
        .selectFrom('attestation')
        .select('number')
        .where('cooperativeId', '=', ctx.cooperativeId)
        .where('id', '=', attestationId)
        .executeTakeFirst(),
    )
    const revoked = await tx
      .insertInto('attestationRevocation')
      .values({
        cooperativeId: ctx.cooperativeId,
        attestationId,
        reason,
        revokedAt: ctx.now,
        revokedBy: userIdOf(ctx),
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    if (revoked.numInsertedOrUpdatedRows === 0n)
      throw new ProblemError('attestation-already-revoked')
    return {
      value: undefined,
      audit: [
        {
          action: 'attestation.revoked',
          entity: { kind: 'attestation', id: attestationId },
          after: { number, reason },
        },
      ],
    }
  },
})
