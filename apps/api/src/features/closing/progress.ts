import type { YearMonth } from '@terreau/domain/time/year-month'
import { unsupportedCharacters } from '@terreau/pdf/printable-text'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** Statements drawn so far, those that no font can print, and how many there should be. */
export interface StatementProgress {
  done: number
  failed: number
  total: number
}

/** What `announce` and the live stream of a closing share. */
export function closingTopic(month: YearMonth): string {
  return `closing:${month}`
}

/** Whether a statement can be drawn for somebody of this name: a name is printed right or not at all. */
export function isNamePrintable(name: string): boolean {
  return unsupportedCharacters(name).length === 0
}

export async function statementProgress(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<StatementProgress> {
  // Only names with a letter outside of plain Latin are looked at one by one: most have none.
  const { rows } = await sql<{ done: number; total: number; names: string[] }>`
    select (select count(*) from terreau.closing_statement s
             where s.cooperative_id = c.cooperative_id and s.month = c.month
               and s.version = c.version)::integer as done,
           (select count(*) from terreau.closing_line l
             where l.cooperative_id = c.cooperative_id and l.month = c.month
               and l.version = c.version)::integer as total,
           (select coalesce(array_agg(terreau.full_name(p.given_name, p.family_name)), '{}') from terreau.closing_line l
              join terreau.person p on p.cooperative_id = l.cooperative_id and p.id = l.person_id
             where l.cooperative_id = c.cooperative_id and l.month = c.month and l.version = c.version
               and p.given_name || p.family_name ~ '[^A-Za-z ''-]'
               and not exists (select 1 from terreau.closing_statement s
                     where s.cooperative_id = l.cooperative_id and s.month = l.month
                       and s.version = l.version and s.activity_id = l.activity_id)) as names
      from terreau.standing_closing c
     where c.cooperative_id = ${cooperativeId} and c.month = ${month}`.execute(tx)
  const [row] = rows
  if (row === undefined) return { done: 0, failed: 0, total: 0 }
  const { done, total, names } = row
  return { done, failed: names.filter((name) => !isNamePrintable(name)).length, total }
}
