import { sql } from 'kysely'
import { toJson } from '../db/to-json.ts'
import type { Tx } from '../db/transaction.ts'

/** A job to add when, and only when, the transaction commits. */
export interface QueuedJob {
  name: string
  payload: Record<string, unknown>
  /** Two jobs with one key are one job. */
  key?: string
  runAt?: Date
}

export async function enqueue(tx: Tx, ...jobs: readonly QueuedJob[]): Promise<void> {
  if (jobs.length === 0) return
  const rows = jobs.map((job) => ({
    name: job.name,
    payload: toJson(job.payload),
    key: job.key ?? null,
    run_at: job.runAt ?? null,
  }))
  await sql`
    select terreau.enqueue_job(j.name, j.payload, j.key, j.run_at)
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as j(name text, payload json, key text, run_at timestamptz)`.execute(tx)
}
