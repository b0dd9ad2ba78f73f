import { sql } from 'kysely'
import type { Tx } from '../../../platform/db/transaction.ts'

export interface BatchCounts {
  total: number
  issued: number
  failed: number
}

/** What `announce` and the live stream of a batch share. */
export function batchTopic(batchId: string): string {
  return `attestation-batch:${batchId}`
}

export async function batchCounts(
  tx: Tx,
  cooperativeId: string,
  batchId: string,
): Promise<BatchCounts> {
  const { rows } = await sql<BatchCounts>`
    select count(*)::integer as total,
           count(*) filter (where state = 'issued')::integer as issued,
           count(*) filter (where state = 'failed')::integer as failed
      from terreau.attestation_batch_item
     where cooperative_id = ${cooperativeId} and batch_id = ${batchId}`.execute(tx)
  return rows[0] ?? { total: 0, issued: 0, failed: 0 }
}
