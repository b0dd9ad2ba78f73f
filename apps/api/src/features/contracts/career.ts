import type { Career } from '@terreau/domain/clocks/career'
import type { Clock } from '@terreau/domain/clocks/clock'
import { clocksOf } from '@terreau/domain/clocks/clocks-of'
import type { ClockKind } from '@terreau/domain/clocks/rules'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { readCareer } from '../clocks/index.ts'

/**
 * What the limits of a contract rest on: the contracts that both sides signed, and their suspensions.
 * `also` names one that is not signed yet and is asked about.
 */
export async function careerOf(
  tx: Tx,
  ctx: Context,
  personId: string,
  also?: string,
): Promise<Career> {
  const career = await readCareer(tx, ctx, personId)
  const contracts = career.contracts.filter(({ id, isActive }) => isActive || id === also)
  return { ...career, contracts }
}

/** The clock of one kind for one contract, as it stands today. */
export async function clockOfContract(
  tx: Tx,
  ctx: Context,
  of: { personId: string; contractId: string; kind: ClockKind },
): Promise<Clock | null> {
  const clocks = clocksOf(await careerOf(tx, ctx, of.personId, of.contractId), ctx.today)
  return (
    clocks.find(({ kind, contractId }) => kind === of.kind && contractId === of.contractId) ?? null
  )
}
