import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'

/** The certificate whose place another takes, and why. */
export interface Replaced {
  id: string
  number: string
  reason: string
}

/**
 * Says of certificates that others take their place. The key of the table lets one certificate be replaced
 * once: of two that try, the second rolls back and gives its number back.
 */
export async function keepReplacements(
  tx: Tx,
  ctx: Context,
  issued: readonly { id: string; request: { replaces?: Replaced | undefined } }[],
  replacedBy: string,
): Promise<void> {
  const rows = issued.flatMap(({ id, request: { replaces } }) =>
    replaces === undefined
      ? []
      : [
          {
            cooperativeId: ctx.cooperativeId,
            attestationId: replaces.id,
            replacedById: id,
            reason: replaces.reason,
            replacedAt: ctx.now,
            replacedBy,
          },
        ],
  )
  if (rows.length > 0) await tx.insertInto('attestationReplacement').values(rows).execute()
}
