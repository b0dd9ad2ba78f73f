import type { LocalDate } from '@terreau/domain/time/local-date'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { clockOfContract } from '../career.ts'
import type { LivingContract } from './living-contract.ts'

/**
 * The last day of the trial as its clock stands today: what was agreed, prolonged by the absences
 * (docs/rules/clock-trial.md). null: no trial was agreed, or none is left (L7332-1).
 */
export async function trialLastDay(
  tx: Tx,
  ctx: Context,
  { id, personId, trialEndsOn }: LivingContract,
): Promise<LocalDate | null> {
  if (trialEndsOn === null) return null
  const clock = await clockOfContract(tx, ctx, { personId, contractId: id, kind: 'trial' })
  return clock === null || clock.reason === 'none-left' ? null : clock.endsOn
}
