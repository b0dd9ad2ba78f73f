import { userIdOf } from '../../platform/context.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { standing } from './standing.ts'

interface Wanted {
  attestationId: string
  reason: string
  /** The caller knows that another took its place, and revokes it all the same. */
  isReplaced: boolean
}

/**
 * Takes a certificate back for good. It keeps its number and its bytes; the verification page reads this
 * row at each visit, so it says so from COMMIT on. Of a revocation and a replacement at the same time one is
 * refused: whoever revokes means to leave nothing valid, and would not learn that a new one was just issued.
 */
export const revokeAttestation = mutation<Wanted, void>({
  access: 'attestation.revoke',
  async run(tx, ctx, { attestationId, reason, isReplaced }) {
    const { number, revokedAt, replacedAt } = await standing(tx, ctx, attestationId)
    if (revokedAt !== null) throw new ProblemError('attestation-already-revoked')
    if (replacedAt !== null && !isReplaced) throw new ProblemError('attestation-already-replaced')
    await tx
      .insertInto('attestationRevocation')
      .values({
        cooperativeId: ctx.cooperativeId,
        attestationId,
        reason,
        revokedAt: ctx.now,
        revokedBy: userIdOf(ctx),
      })
      .execute()
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
