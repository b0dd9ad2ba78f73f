import { nextMonth, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'

/** The oldest month whose books are open: the one after the last closing, or the first one kept. */
export async function firstOpenMonth(tx: Tx, cooperativeId: string): Promise<YearMonth> {
  const { rows } = await sql<{ closed: string | null; first: string }>`
    select (select max(month) from terreau.standing_closing where cooperative_id = ${cooperativeId}) as closed,
           (select first_month from terreau.cooperative where id = ${cooperativeId}) as first`.execute(
    tx,
  )
  const row = rows[0]
  if (row === undefined) throw new Error('a cooperative has a first month')
  return row.closed === null ? yearMonth(row.first) : nextMonth(yearMonth(row.closed))
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
