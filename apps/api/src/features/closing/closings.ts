import type { LocalDate } from '@terreau/domain/time/local-date'
import { monthOf, nextMonth, type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'
import { firstOpenMonth } from '../ledger/index.ts'
import { frozenFiguresOf, totalsOf } from './figures.ts'
import { isNamePrintable, statementProgress } from './progress.ts'

type State = 'closed' | 'next' | 'later'

interface ClosedRow {
  month: string
  version: number
  closedAt: Date
  people: number
  sha256: Buffer
  previousSha256: Buffer
  closedByName: string
}

/** From the current month back to the first one kept: closed, the next to close, or still later. */
export async function listClosings(tx: Tx, cooperativeId: string, today: LocalDate) {
  const open = await firstOpenMonth(tx, cooperativeId)
  const closed = await closedMonths(tx, cooperativeId, null)
  const accepted = await acceptedByMonth(tx, cooperativeId)
  const months: YearMonth[] = closed.map((row) => yearMonth(row.month)).reverse()
  for (let month = open; month <= monthOf(today) || month === open; month = nextMonth(month)) {
    months.push(month)
  }
  return months.reverse().map((month) => {
    const row = closed.find((one) => one.month === month)
    const state: State = row ? 'closed' : month === open ? 'next' : 'later'
    return {
      month,
      state,
      closedAt: row?.closedAt.toISOString() ?? null,
      closedByName: row?.closedByName ?? '',
      people: row?.people ?? 0,
      accepted: accepted.get(month) ?? 0,
    }
  })
}

/** A closed month with its frozen figures; an open one is not found. */
export async function closingDetail(tx: Tx, cooperativeId: string, month: YearMonth) {
  const row = found((await closedMonths(tx, cooperativeId, month))[0])
  const lines = await frozenFiguresOf(tx, cooperativeId, month)
  const drawn = await statementsOf(tx, cooperativeId, row)
  return {
    month,
    version: row.version,
    closedAt: row.closedAt.toISOString(),
    closedByName: row.closedByName,
    sha256: row.sha256.toString('hex'),
    previousSha256: row.previousSha256.toString('hex'),
    statements: await statementProgress(tx, cooperativeId, month),
    lines: lines.map((line) => ({
      ...line,
      hasStatement: drawn.has(line.activityId),
      isNamePrintable: isNamePrintable(line.personName),
    })),
    totals: totalsOf(lines),
  }
}

/** Newest first. */
async function closedMonths(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth | null,
): Promise<ClosedRow[]> {
  const { rows } = await sql<ClosedRow>`
    select c.month, c.version, c.closed_at, c.people, c.sha256, c.previous_sha256,
           coalesce(u.display_name, '') as closed_by_name
      from terreau.standing_closing c
      left join terreau.app_user u on u.id = c.closed_by
     where c.cooperative_id = ${cooperativeId} and (${month}::text is null or c.month = ${month})
     order by c.month desc`.execute(tx)
  return rows
}

async function acceptedByMonth(tx: Tx, cooperativeId: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('declaration')
    .select((eb) => ['month', eb.fn.countAll<bigint>().as('count')])
    .where('cooperativeId', '=', cooperativeId)
    .where('state', '=', 'accepted')
    .groupBy('month')
    .execute()
  return new Map(rows.map((row) => [row.month, Number(row.count)]))
}

async function statementsOf(
  tx: Tx,
  cooperativeId: string,
  { month, version }: Pick<ClosedRow, 'month' | 'version'>,
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('closingStatement')
    .select('activityId')
    .where('cooperativeId', '=', cooperativeId)
    .where('month', '=', month)
    .where('version', '=', version)
    .execute()
  return new Set(rows.map((row) => row.activityId))
}
