import type { Refusal, Result } from '../result.ts'
import { applyAct, type StateTable } from '../state-table.ts'

/**
 * The life of a contract. `signed`: the tester has signed; `active`: the cooperative has signed
 * too. A CAPE is void unless written (Code de commerce, L127-2), so nothing is active before both
 * signatures. Once active it ends, at its term or early; it is never cancelled.
 */
export const CONTRACT_STATES = [
  'draft',
  'to_sign',
  'signed',
  'active',
  'ended',
  'cancelled',
] as const
export type ContractState = (typeof CONTRACT_STATES)[number]

export const CONTRACT_ACTS = ['send', 'recall', 'sign', 'countersign', 'end', 'cancel'] as const
export type ContractAct = (typeof CONTRACT_ACTS)[number]

export const CONTRACT_TRANSITIONS: StateTable<ContractState, ContractAct> = {
  draft: { send: 'to_sign', cancel: 'cancelled' },
  to_sign: { sign: 'signed', recall: 'draft', cancel: 'cancelled' },
  signed: { countersign: 'active', recall: 'draft', cancel: 'cancelled' },
  active: { end: 'ended' },
  ended: {},
  cancelled: {},
}

/** The state after an act, or the refusal 'contract-act-not-allowed' { state, act }. */
export function contractTransition(
  state: ContractState,
  act: ContractAct,
): Result<ContractState, Refusal<'contract-act-not-allowed'>> {
  return applyAct(CONTRACT_TRANSITIONS, { state, act }, 'contract-act-not-allowed')
}
