import type { LocalDate } from '../time/local-date.ts'

/** Where a person stands by contract, from nothing signed yet to gone. */
export const CONTRACTUAL_STAGES = [
  'none',
  'cape_active',
  'cesa_active',
  'cesa_associate',
  'exited',
] as const
export type ContractualStage = (typeof CONTRACTUAL_STAGES)[number]

/** A contract that both sides signed, here or elsewhere. `endsOn` is the last day in force, included. */
export interface StagedContract {
  readonly kind: 'CAPE' | 'CESA'
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate | null
  readonly associateOn: LocalDate | null
}

/**
 * The contractual stage of a person on a day, over all their activities. A CESA counts before a CAPE, an
 * associate before a CESA (Code du travail, L7332-7: two states of one contract). Without a contract in
 * force: `exited` once one has run, else `none`; a contract that only begins later is `none` too.
 */
export function contractualStage(
  contracts: readonly StagedContract[],
  today: LocalDate,
): ContractualStage {
  const begun = contracts.filter(({ startsOn }) => startsOn <= today)
  const current = begun.filter(({ endsOn }) => endsOn === null || endsOn >= today)
  const cesas = current.filter(({ kind }) => kind === 'CESA')
  if (cesas.some(({ associateOn }) => associateOn !== null && associateOn <= today))
    return 'cesa_associate'
  if (cesas.length > 0) return 'cesa_active'
  if (current.length > 0) return 'cape_active'
  return begun.length > 0 ? 'exited' : 'none'
}
