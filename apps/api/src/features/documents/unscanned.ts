import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/**
 * What came from outside and no antivirus ever looked at: it came before one was connected. What the product
 * made itself is not among them.
 */
export async function unscannedFiles(
  tx: Tx,
  cooperativeId: string,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select f.id ${fromUnscanned(cooperativeId)} order by f.id limit ${most}`.execute(tx)
  return rows.map(({ id }) => id)
}

/** How many there are. */
export async function countUnscanned(tx: Tx, cooperativeId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count ${fromUnscanned(cooperativeId)}`.execute(tx)
  return rows[0]?.count ?? 0
}

function fromUnscanned(cooperativeId: string): RawBuilder<unknown> {
  return sql`from terreau.stored_file f
    where f.cooperative_id = ${cooperativeId} and f.erased_at is null
      and f.id in (select v.file_id from terreau.document_version v where v.cooperative_id = ${cooperativeId}
        union select a.file_id from terreau.signature_act a
          where a.cooperative_id = ${cooperativeId} and a.act = 'handed_in')
      and not exists (select 1 from terreau.file_scan s
            where s.cooperative_id = f.cooperative_id and s.file_id = f.id)`
}
