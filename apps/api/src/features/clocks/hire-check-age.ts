import { addDays, type LocalDate } from '@terreau/domain/time/local-date'
import type { Tx } from '../../platform/db/transaction.ts'
import { settingOn } from '../settings/index.ts'

/** No text says how old a proof may be (C. trav. R5221-41 to -43): two months unless the cooperative decides. */
const USUAL_DAYS = 60

/**
 * The oldest day that a check may bear to count for a hire: a registration of two years ago, or an answer
 * about another paper, says nothing of the day on which somebody begins.
 */
export async function oldestHireCheck(
  tx: Tx,
  cooperativeId: string,
  hiredOn: LocalDate,
): Promise<LocalDate> {
  const days = await settingOn(tx, cooperativeId, 'hire_check_days', hiredOn)
  return addDays(hiredOn, -(days === null ? USUAL_DAYS : Number(days)))
}
