import { randomUUID } from 'node:crypto'
import { type BatchKind, hasMonths } from '@terreau/domain/attestations/kinds'
import { mutation } from '../../../platform/mutation.ts'
import { ownPersonId } from '../../../platform/own-person.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { isAttendanceOpen } from '../attendance-facts.ts'

interface Asked {
  kind: BatchKind
  monthsWanted?: number | undefined
}

/** A person asks for a certificate. One of each kind waits at most: asking again changes what is asked. */
export const askAttestation = mutation<Asked, { id: string }>({
  access: 'document.send',
  async run(tx, ctx, { kind, monthsWanted }) {
    if (kind === 'attendance' && !(await isAttendanceOpen(tx, ctx)))
      throw new ProblemError('attestation-nothing-to-attest')
    const months = hasMonths(kind) ? (monthsWanted ?? 1) : null
    const { id } = await tx
      .insertInto('attestationRequest')
      .values({
        cooperativeId: ctx.cooperativeId,
        id: randomUUID(),
        personId: ownPersonId(ctx),
        kind,
        monthsWanted: months,
        askedAt: ctx.now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['cooperativeId', 'personId', 'kind'])
          .where('state', '=', 'waiting')
          .doUpdateSet({ monthsWanted: months }),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
    return {
      value: { id },
      audit: [
        {
          action: 'attestation.asked',
          entity: { kind: 'attestation-request', id },
          after: { kind, monthsWanted: months },
        },
      ],
    }
  },
})
