import { randomUUID } from 'node:crypto'
import type { ContractState } from '@terreau/domain/contracts/transitions'
import type { LocalDate } from '@terreau/domain/time/local-date'
import type { Context } from '../../platform/context.ts'
import { toJson } from '../../platform/db/to-json.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { nextNumber } from '../../platform/numbers/next-number.ts'
import { refreshClocks } from '../clocks/index.ts'
import { refreshAssociateDeadlines } from './associate-deadline.ts'

/** States that are stored. `ended` is not: a contract is over when its last day is past. */
export type StoredContractState = Exclude<ContractState, 'ended'>

export interface NewContract {
  kind: 'CAPE' | 'CESA'
  /** The number it already has, for contracts that come from elsewhere. */
  number?: string
  personId: string
  activityId: string
  schemeId: string
  /** CAPE: 0 for the first, 1 and 2 for the renewals. */
  sequence?: number
  renewsContractId?: string | null
  startsOn: LocalDate
  /** A CESA has no end. */
  endsOn: LocalDate | null
  gapReason?: string | null
  /** CESA from elsewhere: the day the person became associate there. */
  associateOn?: LocalDate | null
  state: StoredContractState
  /** R127-1 contents; empty for a contract that was written elsewhere. */
  terms?: object
}

/**
 * Writes a contract whose dates the caller has checked (`checkPeriod`); the table's constraints
 * refuse again twelve months, two renewals and overlaps. The caller writes the journal.
 */
export async function insertContract(
  tx: Tx,
  ctx: Context,
  contract: NewContract,
): Promise<{ contractId: string; number: string }> {
  const contractId = randomUUID()
  const number = contract.number ?? (await nextContractNumber(tx, ctx, contract.kind))
  await tx
    .insertInto('contract')
    .values({
      cooperativeId: ctx.cooperativeId,
      id: contractId,
      kind: contract.kind,
      number,
      personId: contract.personId,
      activityId: contract.activityId,
      schemeId: contract.schemeId,
      sequence: contract.sequence ?? 0,
      renewsContractId: contract.renewsContractId ?? null,
      startsOn: contract.startsOn,
      endsOn: contract.endsOn,
      gapReason: contract.gapReason ?? null,
      associateOn: contract.associateOn ?? null,
      state: contract.state,
      terms: JSON.stringify(toJson(contract.terms ?? {})),
      createdAt: ctx.now,
    })
    .execute()
  if (contract.state === 'active') await refreshAssociateDeadlines(tx, ctx, contract.personId)
  await refreshClocks(tx, ctx, contract.personId)
  return { contractId, number }
}

/** 'CAPE-2026-0007': gapless for each kind and year of writing. */
async function nextContractNumber(tx: Tx, ctx: Context, kind: string): Promise<string> {
  const year = Number(ctx.today.slice(0, 4))
  const n = await nextNumber(tx, ctx, `contract-${kind}`, year)
  return `${kind}-${year}-${n.toString().padStart(4, '0')}`
}
