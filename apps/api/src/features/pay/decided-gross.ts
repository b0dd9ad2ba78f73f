import { type Cents, cents } from '@terreau/domain/money/cents'
import type { YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** Advance and balance of a month that stand for each contract, together, in gross. */
export async function decidedGross(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<ReadonlyMap<string, Cents>> {
  const { rows } = await sql<{ contractId: string; gross: bigint }>`
    select d.contract_id, sum(d.gross_cents)::bigint as gross
      from (select distinct on (x.contract_id, x.kind) x.contract_id, x.gross_cents
              from terreau.pay_decision x
             where x.cooperative_id = ${cooperativeId} and x.month = ${month}
             order by x.contract_id, x.kind, x.version desc) d
     group by d.contract_id`.execute(tx)
  return new Map(rows.map((row) => [row.contractId, cents(row.gross)]))
}
