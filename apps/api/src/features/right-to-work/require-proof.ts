import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'

/** The paper that proves a fact belongs to the same person. */
export async function requireProof(
  tx: Tx,
  cooperativeId: string,
  proof: { personId: string; documentId?: string | undefined },
): Promise<void> {
  if (proof.documentId === undefined) return
  const row = await tx
    .selectFrom('document')
    .select('id')
    .where('cooperativeId', '=', cooperativeId)
    .where('id', '=', proof.documentId)
    .where('personId', '=', proof.personId)
    .executeTakeFirst()
  found(row)
}
