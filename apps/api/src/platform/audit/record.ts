import { actorLabel, type Context } from '../context.ts'
import { toJson } from '../db/to-json.ts'
import type { Tx } from '../db/transaction.ts'
import type { AuditEntry } from './actions.ts'

/**
 * Appends to the cooperative's chain. It is the last write before COMMIT because the head of the chain
 * is a lock that every other write of the cooperative waits for.
 */
export async function recordAudit(
  tx: Tx,
  ctx: Context,
  entries: readonly AuditEntry[],
): Promise<void> {
  if (entries.length === 0) return
  await tx
    .insertInto('auditEntry')
    .values(
      entries.map((entry) => ({
        cooperativeId: ctx.cooperativeId,
        // n and both hashes are set by the trigger that chains the rows.
        n: 0n,
        previousHash: Buffer.alloc(0),
        hash: Buffer.alloc(0),
        at: ctx.now,
        action: entry.action,
        actorKind: ctx.actor.kind,
        actorId: actorLabel(ctx.actor),
        entityKind: entry.entity.kind,
        entityId: entry.entity.id,
        before: toJson(entry.before),
        after: toJson(entry.after),
        requestId: ctx.requestId,
      })),
    )
    .execute()
}
