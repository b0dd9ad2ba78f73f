import { yearMonth } from '@terreau/domain/time/year-month'
import type { BatchReason, BatchSummary } from '@terreau/protocol/attestation-batches'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/db/transaction.ts'
import { found } from '../../../platform/problem-error.ts'
import { batchKindOf } from './issue-items.ts'

const PAGE = 30

interface SummaryRow {
  id: string
  kind: string
  months: string[]
  createdAt: Date
  createdBy: string | null
  sendsMails: boolean
  total: number
  issued: number
  failed: number
}

/** Batches, newest first. */
export async function listBatches(tx: Tx, cooperativeId: string, before: string | undefined) {
  const after =
    before === undefined
      ? sql``
      : sql`
    and (b.created_at, b.id) < (select x.created_at, x.id from terreau.attestation_batch x
      where x.cooperative_id = ${cooperativeId} and x.id = ${before})`
  const rows = await summaries(
    tx,
    cooperativeId,
    sql`${after} order by b.created_at desc, b.id desc limit ${PAGE + 1}`,
  )
  const shown = rows.slice(0, PAGE)
  return { batches: shown, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null }
}

/** One batch with everybody in it; 404 outside of the cooperative. */
export async function batchDetail(tx: Tx, cooperativeId: string, batchId: string) {
  const [summary] = await summaries(tx, cooperativeId, sql`and b.id = ${batchId}`)
  const { rows } = await sql<{
    personId: string
    name: string
    state: 'waiting' | 'issued' | 'failed'
    attestationId: string | null
    number: string | null
    hasMail: boolean
    reasons: BatchReason[]
  }>`
    select i.person_id, p.given_name || ' ' || p.family_name as name, i.state, i.attestation_id,
           a.number, p.email <> '' as has_mail, i.reasons
      from terreau.attestation_batch_item i
      join terreau.person p on p.cooperative_id = i.cooperative_id and p.id = i.person_id
      left join terreau.attestation a on a.cooperative_id = i.cooperative_id and a.id = i.attestation_id
     where i.cooperative_id = ${cooperativeId} and i.batch_id = ${batchId}
     order by p.search_name, p.id`.execute(tx)
  const { sendsMails, ...rest } = found(summary)
  return {
    ...rest,
    sendsMails,
    items: rows.map(({ hasMail, ...row }) => ({
      ...row,
      isToPrint: row.state === 'issued' && !(sendsMails && hasMail),
    })),
  }
}

/** Throws 'not-found' for a batch of another cooperative, as for none. */
export async function batchExists(tx: Tx, cooperativeId: string, batchId: string): Promise<void> {
  const [summary] = await summaries(tx, cooperativeId, sql`and b.id = ${batchId}`)
  found(summary)
}

async function summaries(
  tx: Tx,
  cooperativeId: string,
  which: RawBuilder<unknown>,
): Promise<BatchSummary[]> {
  const { rows } = await sql<SummaryRow>`
    select b.id, b.kind, b.months, b.created_at, u.display_name as created_by, b.sends_mails,
           n.total, n.issued, n.failed
      from terreau.attestation_batch b
      left join terreau.app_user u on u.id = b.created_by
     cross join lateral (
       select count(*)::integer as total, count(*) filter (where i.state = 'issued')::integer as issued,
              count(*) filter (where i.state = 'failed')::integer as failed
         from terreau.attestation_batch_item i
        where i.cooperative_id = b.cooperative_id and i.batch_id = b.id) n
     where b.cooperative_id = ${cooperativeId} ${which}`.execute(tx)
  return rows.map(({ total, issued, failed, createdAt, createdBy, kind, months, ...row }) => ({
    ...row,
    kind: batchKindOf(kind),
    months: months.map(yearMonth),
    createdAt: createdAt.toISOString(),
    createdBy: createdBy ?? '',
    counts: { total, issued, failed },
  }))
}
