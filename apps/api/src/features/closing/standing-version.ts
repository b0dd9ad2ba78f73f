import type { YearMonth } from '@terreau/domain/time/year-month'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'

/** The version of the closing that stands for a month; 404 while it is open. */
export async function standingVersion(
  tx: Tx,
  cooperativeId: string,
  month: YearMonth,
): Promise<number> {
  const row = await tx
    .selectFrom('standingClosing')
    .select('version')
    .where('cooperativeId', '=', cooperativeId)
    .where('month', '=', month)
    .executeTakeFirst()
  return found(row?.version)
}
