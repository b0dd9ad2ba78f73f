import { type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import type { Tx } from '../../platform/db/transaction.ts'

/** The import of exactly these files, if one stands. */
export async function standingImport(
  tx: Tx,
  cooperativeId: string,
  contentSha256: Buffer,
): Promise<{ id: string; month: YearMonth } | undefined> {
  const row = await tx
    .selectFrom('import')
    .select(['id', 'month'])
    .where('cooperativeId', '=', cooperativeId)
    .where('contentSha256', '=', contentSha256)
    .where('undoneAt', 'is', null)
    .executeTakeFirst()
  return row && { id: row.id, month: yearMonth(row.month) }
}
