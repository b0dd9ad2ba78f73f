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
    select (select count(*) from terreau.closing_statement
             where cooperative_id = ${cooperativeId} and month = ${month})::integer as done,
           (select count(*) from terreau.closing_line
             where cooperative_id = ${cooperativeId} and month = ${month})::integer as total`.execute(
    tx,
  )
  return rows[0] ?? { done: 0, total: 0 }
}
