import type { Refusal, Result } from '../result.ts'
import { applyAct, type StateTable } from '../state-table.ts'

/**
 * The life of the convention that sharing an activity needs (C. trav. R7331-6). It is prior: nobody
 * joins an activity before all its people and the cooperative have signed. A later convention
 * replaces it; the shares of the months before stay what they were.
 */
export const CONVENTION_STATES = ['draft', 'to_sign', 'in_force', 'replaced', 'cancelled'] as const
export type ConventionState = (typeof CONVENTION_STATES)[number]

export const CONVENTION_ACTS = ['send', 'recall', 'complete', 'replace', 'cancel'] as const
export type ConventionAct = (typeof CONVENTION_ACTS)[number]

export const CONVENTION_TRANSITIONS: StateTable<ConventionState, ConventionAct> = {
  draft: { send: 'to_sign', cancel: 'cancelled' },
  to_sign: { complete: 'in_force', recall: 'draft', cancel: 'cancelled' },
  in_force: { replace: 'replaced' },
  replaced: {},
  cancelled: {},
}

/** The state after an act, or the refusal 'convention-act-not-allowed' { state, act }. */
export function conventionTransition(
  state: ConventionState,
  act: ConventionAct,
): Result<ConventionState, Refusal<'convention-act-not-allowed'>> {
  return applyAct(CONVENTION_TRANSITIONS, { state, act }, 'convention-act-not-allowed')
}
