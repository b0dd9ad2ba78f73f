import type { YearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** Statements drawn so far, and how many there will be. */
export interface StatementProgress {
  done: number
  total: number
}

/** What `announce` and the live stream of a closing share. */
export function closingTopic(month: YearMonth): string {
  return `closing:${month}`
}

export async function statementProgress(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<StatementProgress> {
  const { rows } = await sql<{ done: number; total: number }>`
    select (select count(*) from terreau.closing_statement s
             where s.cooperative_id = c.cooperative_id and s.month = c.month
               and s.version = c.version)::integer as done,
           (select count(*) from terreau.closing_line l
             where l.cooperative_id = c.cooperative_id and l.month = c.month
               and l.version = c.version)::integer as total
      from terreau.standing_closing c
     where c.cooperative_id = ${cooperativeId} and c.month = ${month}`.execute(tx)
  return rows[0] ?? { done: 0, total: 0 }
}
