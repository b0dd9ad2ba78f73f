import { isIssuableKind } from '@terreau/domain/attestations/kinds'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { type CertificateWanted, issueWanted } from './issue-certificate.ts'
import { standing } from './standing.ts'

interface Wanted extends Omit<CertificateWanted, 'kind' | 'personId'> {
  attestationId: string
  reason: string
}

/**
 * Issues a certificate of the same kind for the same person, from what the rows say now, in the place of one
 * that is wrong. One transaction: there is no moment with both, or with neither.
 */
export const replaceAttestation = mutation<Wanted, { id: string; number: string }>({
  access: 'attestation.revoke',
  async run(tx, ctx, { attestationId, reason, ...wanted }) {
    const { number, kind, personId } = await replaceable(tx, ctx, attestationId)
    const issued = await issueWanted(
      tx,
      ctx,
      { ...wanted, kind, personId },
      { id: attestationId, number, reason },
    )
    return {
      value: { id: issued.id, number: issued.number },
      audit: [
        issued.audit,
        {
          action: 'attestation.replaced',
          entity: { kind: 'attestation', id: attestationId },
          after: { number, replacedBy: issued.number, reason },
        },
      ],
      jobs: issued.jobs,
    }
  },
})

async function replaceable(tx: Tx, ctx: Context, attestationId: string) {
  const row = await standing(tx, ctx, attestationId)
  const { number, kind, personId } = row
  if (row.revokedAt !== null) throw new ProblemError('attestation-already-revoked')
  if (row.replacedAt !== null) throw new ProblemError('attestation-already-replaced')
  // Tutors make their own from the log of hours: staff take the wrong one back, and the tutor makes another.
  if (!isIssuableKind(kind)) throw new ProblemError('attestation-made-elsewhere')
  return { number, kind, personId }
}
