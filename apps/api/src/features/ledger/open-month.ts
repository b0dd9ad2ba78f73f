import { type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** The oldest month whose books are open: the one after the last closing, or the first one kept. */
export async function firstOpenMonth(tx: Tx, cooperativeId: string): Promise<YearMonth> {
  const { rows } = await sql<{ month: string | null }>`
    select ${firstOpenMonthIn(cooperativeId)} as month`.execute(tx)
  const month = rows[0]?.month
  if (month == null) throw new Error('a cooperative has a first month')
  return yearMonth(month)
}

/** The same as a piece of a statement that asks for more. */
export function firstOpenMonthIn(cooperativeId: string): RawBuilder<string> {
  return sql<string>`coalesce(
    (select to_char((max(month) || '-01')::date + interval '1 month', 'YYYY-MM')
       from terreau.standing_closing where cooperative_id = ${cooperativeId}),
    (select first_month from terreau.cooperative where id = ${cooperativeId}))`
}

/**
 * In whose books what concerns a month is written: its own month while it is open, else the first open
 * one. A closed month never changes; what comes late is an adjustment that names the month it is about.
 */
export async function bookMonthFor(
  tx: Tx,
  cooperativeId: string,
  concernsMonth: YearMonth,
): Promise<YearMonth> {
  const open = await firstOpenMonth(tx, cooperativeId)
  return concernsMonth < open ? open : concernsMonth
}

/** Whether the books of a month are closed: a closing of it stands. */
export async function isMonthClosed(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<boolean> {
  const row = await tx
    .selectFrom('standingClosing')
    .select('month')
    .where('cooperativeId', '=', cooperativeId)
    .where('month', '=', month)
    .executeTakeFirst()
  return row !== undefined
}

/** Holds the month open until COMMIT: a closing of it waits, or has been seen already (I-07). */
export async function holdMonthOpen(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(terreau.month_lock(${cooperativeId}::uuid, ${month}))`.execute(
    tx,
  )
}
