import { sql } from 'kysely'
import { toJson } from '../audit/record.ts'
import type { Tx } from '../db/transaction.ts'

/** A job to add when, and only when, the transaction commits. */
export interface QueuedJob {
  name: string
  payload: Record<string, unknown>
  /** Two jobs with one key are one job. */
  key?: string
  runAt?: Date
}

export async function enqueue(tx: Tx, job: QueuedJob): Promise<void> {
  const payload = JSON.stringify(toJson(job.payload))
  await sql`select terreau.enqueue_job(${job.name}, ${payload}::json, ${job.key ?? null}, ${job.runAt ?? null}::timestamptz)`.execute(
    tx,
  )
}
