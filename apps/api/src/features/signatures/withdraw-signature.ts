import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { type Effects, NO_EFFECTS } from '../../platform/signable-kind.ts'
import { moveRequest } from './move-request.ts'
import { recordAct } from './record-act.ts'
import { lastRequestId, lockRequest } from './request-row.ts'

/**
 * Takes back the request of a subject that still waits, with the reason that its parties will read. Without
 * one nothing happens. The kind is not called: the caller is its owner.
 */
export async function withdrawSignature(
  tx: Tx,
  ctx: Context,
  { reason, ...of }: { kind: string; subjectId: string; reason: string },
): Promise<Effects> {
  const requestId = await lastRequestId(tx, ctx, of)
  if (requestId === null) return NO_EFFECTS
  const request = await lockRequest(tx, ctx, requestId)
  if (request.state !== 'waiting') return NO_EFFECTS
  await moveRequest(tx, ctx, request, { act: { act: 'withdraw' } })
  await recordAct(tx, ctx, request, 'withdrawn', { reason })
  return {
    audit: [
      {
        action: 'signature.withdrawn',
        entity: { kind: 'signature', id: request.id },
        after: { reason },
      },
    ],
    jobs: [],
  }
}
