import type { REFUSAL_CAUSES } from '@terreau/domain/attestations/kinds'
import { sql } from 'kysely'
import { type Context, userIdOf } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { found } from '../../../platform/problem-error.ts'

interface Refused {
  requestId: string
  cause: (typeof REFUSAL_CAUSES)[number]
}

/** Says no to a request that waits, for a reason that the person reads. */
export const refuseRequest = mutation<Refused, void>({
  access: 'attestation.issue',
  async run(tx, ctx, { requestId, cause }) {
    const refused = await tx
      .updateTable('attestationRequest')
      .set({ state: 'refused', cause, answeredAt: ctx.now, answeredBy: userIdOf(ctx) })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', requestId)
      .where('state', '=', 'waiting')
      .returning('kind')
      .executeTakeFirst()
    const { kind } = found(refused)
    return {
      value: undefined,
      audit: [
        {
          action: 'attestation.request-refused',
          entity: { kind: 'attestation-request', id: requestId },
          after: { kind, cause },
        },
      ],
    }
  },
})

/** Issuing a certificate answers who waited for one of its kind;  */
export async function answerRequests(
  tx: Tx,
  ctx: Context,
  issued: readonly { id: string; personId: string; kind: string }[],
  answeredBy: string,
): Promise<void> {
  const rows = issued.map(({ id, personId, kind }) => ({ id, person_id: personId, kind }))
  await sql`
    update terreau.attestation_request q
       set state = 'issued', attestation_id = i.id, answered_at = ${ctx.now}, answered_by = ${answeredBy}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as i(id uuid, person_id uuid, kind text)
     where q.cooperative_id = ${ctx.cooperativeId} and q.state = 'waiting' and q.kind = i.kind
       and q.person_id = i.person_id`.execute(tx)
}
