import { yearMonth } from '@terreau/domain/time/year-month'
import { unprintableSigns } from '@terreau/pdf/printable-text'
import type { BatchReason, BatchSummary } from '@terreau/protocol/attestation-batches'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { found } from '../../../platform/problem-error.ts'
import { deliveredInBatch, sendingInBatch, shareOf } from '../deliveries/delivery-views.ts'
import { readPartiesOf } from '../parties.ts'
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
export async function batchDetail(tx: Tx, ctx: Context, batchId: string) {
  const { cooperativeId } = ctx
  const batch = await batchSummary(tx, cooperativeId, batchId)
  const { rows } = await sql<{
    personId: string
    keptId: string
    name: string
    state: 'waiting' | 'issued' | 'failed'
    attestationId: string | null
    number: string | null
    isValid: boolean
    reasons: BatchReason[]
  }>`
    select i.person_id, coalesce(p.merged_into_id, p.id) as kept_id, terreau.full_name(p.given_name, p.family_name) as name, i.state, i.attestation_id,
           a.number, r.revoked_at is null and x.replaced_at is null as is_valid, i.reasons
      from terreau.attestation_batch_item i
      join terreau.person p on p.cooperative_id = i.cooperative_id and p.id = i.person_id
      left join terreau.attestation a on a.cooperative_id = i.cooperative_id and a.id = i.attestation_id
      left join terreau.attestation_revocation r on r.cooperative_id = a.cooperative_id and r.attestation_id = a.id
      left join terreau.attestation_replacement x on x.cooperative_id = a.cooperative_id and x.attestation_id = a.id
     where i.cooperative_id = ${cooperativeId} and i.batch_id = ${batchId}
     order by p.search_name, p.id`.execute(tx)
  const given = await deliveredInBatch(tx, cooperativeId, batchId)
  const issued = rows.filter((row) => row.state === 'issued')
  const parties = await readPartiesOf(
    tx,
    ctx,
    issued.map((row) => row.keptId),
  )
  return {
    ...batch,
    items: rows.map(({ isValid, keptId, reasons, ...rest }) => {
      const row = { ...rest, reasons: reasons.map((reason) => withSigns(reason, rest.name)) }
      const { number, attestationId } = row
      const reach = parties.get(keptId)?.reach
      if (reach === undefined || number === null || attestationId === null)
        return { ...row, delivery: null }
      return {
        ...row,
        delivery: {
          sending: sendingInBatch(reach, batch.sendsMails),
          share: shareOf(ctx, reach, { number, isValid }),
          delivered: given.get(attestationId) ?? [],
        },
      }
    }),
  }
}

/** Reasons are kept without the texts they speak of: what the name still holds is added as it is now. */
function withSigns(reason: BatchReason, name: string): BatchReason {
  const characters = reason.code === 'text-not-printable' ? unprintableSigns(name) : ''
  return characters === '' ? reason : { ...reason, characters, text: name }
}

/** Throws 'not-found' for a batch of another cooperative, as for none. */
export async function batchSummary(
  tx: Tx,
  cooperativeId: string,
  batchId: string,
): Promise<BatchSummary> {
  const [summary] = await summaries(tx, cooperativeId, sql`and b.id = ${batchId}`)
  return found(summary)
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
