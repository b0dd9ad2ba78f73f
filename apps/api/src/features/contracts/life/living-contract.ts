import type { ExitReason } from '@terreau/domain/contracts/exits'
import { isExitReason } from '@terreau/domain/contracts/exits'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { dayInZone } from '@terreau/domain/time/zoned-day'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { type ContractRow, contractRow, lockContract } from '../contract-row.ts'

export interface ContractExit {
  reason: ExitReason
  note: string
  effectiveOn: LocalDate
  termOn: LocalDate | null
  confirmedAt: Date
  confirmedOn: LocalDate
  confirmedBy: string | null
}

/** A contract with what happened to it since it was signed. */
export interface LivingContract extends ContractRow {
  from: LocalDate
  /** Its last day in force, whatever set it. */
  until: LocalDate | null
  concludedOn: LocalDate | null
  trialEndsOn: LocalDate | null
  endsByLaw: boolean
  associateOn: LocalDate | null
  associateFileId: string | null
  registeredOn: LocalDate | null
  registeredSiren: string | null
  exit: ContractExit | null
}

/** Reads the life of a contract; 404 in another cooperative. */
export async function livingContract(
  tx: Tx,
  ctx: Context,
  contractId: string,
): Promise<LivingContract> {
  return withLife(tx, ctx, await contractRow(tx, ctx, contractId))
}

/**
 * The same, locked until the end of the transaction, and refused unless both sides signed it: nothing
 * happens to a draft but its signature.
 */
export async function lockLiving(
  tx: Tx,
  ctx: Context,
  contractId: string,
  act: string,
): Promise<LivingContract> {
  const contract = await withLife(tx, ctx, await lockContract(tx, ctx, contractId))
  if (contract.state !== 'active')
    throw new ProblemError('contract-act-not-allowed', { state: contract.state, act })
  return contract
}

async function withLife(tx: Tx, ctx: Context, contract: ContractRow): Promise<LivingContract> {
  const row = await tx
    .selectFrom('contract')
    .select(['concludedOn', 'trialEndsOn', 'endsByLaw', 'associateOn', 'associateFileId'])
    .select(['registeredOn', 'registeredSiren'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', contract.id)
    .executeTakeFirstOrThrow()
  return {
    ...contract,
    from: localDate(contract.startsOn),
    until: dayOf(contract.endsOn),
    ...row,
    concludedOn: dayOf(row.concludedOn),
    trialEndsOn: dayOf(row.trialEndsOn),
    associateOn: dayOf(row.associateOn),
    registeredOn: dayOf(row.registeredOn),
    exit: await exitOf(tx, ctx, contract.id),
  }
}

async function exitOf(tx: Tx, ctx: Context, contractId: string): Promise<ContractExit | null> {
  const row = await tx
    .selectFrom('contractExit')
    .selectAll()
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('contractId', '=', contractId)
    .executeTakeFirst()
  if (row === undefined) return null
  if (!isExitReason(row.reason)) throw new Error(`unknown exit reason ${row.reason}`)
  return {
    reason: row.reason,
    note: row.note,
    effectiveOn: localDate(row.effectiveOn),
    termOn: dayOf(row.termOn),
    confirmedAt: row.confirmedAt,
    confirmedOn: dayInZone(row.confirmedAt, ctx.zone),
    confirmedBy: row.confirmedBy,
  }
}

function dayOf(text: string | null): LocalDate | null {
  return text === null ? null : localDate(text)
}
