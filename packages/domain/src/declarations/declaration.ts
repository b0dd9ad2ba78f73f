import type { Refusal, Result } from '../result.ts'
import { applyAct, type StateTable } from '../state-table.ts'

/**
 * The life of a monthly declaration. `question`: staff wait for an answer. `closed`: the month is
 * closed and its entries are final; what comes later goes to another month.
 */
export const DECLARATION_STATES = ['draft', 'submitted', 'question', 'accepted', 'closed'] as const
export type DeclarationState = (typeof DECLARATION_STATES)[number]

/**
 * The tester submits, answers and withdraws. Staff accept, undo that, ask, correct a line with a
 * reason, or return the whole with a reason and undo that while the person has changed nothing. Closing the month closes what is accepted.
 */
export const DECLARATION_ACTS = [
  'submit',
  'withdraw',
  'accept',
  'undo_accept',
  'ask',
  'answer',
  'correct',
  'return',
  'undo_return',
  'close',
] as const
export type DeclarationAct = (typeof DECLARATION_ACTS)[number]

export const DECLARATION_TRANSITIONS: StateTable<DeclarationState, DeclarationAct> = {
  draft: { submit: 'submitted', undo_return: 'submitted' },
  submitted: {
    withdraw: 'draft',
    accept: 'accepted',
    ask: 'question',
    correct: 'submitted',
    return: 'draft',
  },
  question: { answer: 'submitted', correct: 'question', withdraw: 'draft', return: 'draft' },
  accepted: { undo_accept: 'submitted', close: 'closed' },
  closed: {},
}

/** The state after an act, or the refusal 'declaration-act-not-allowed' { state, act }. */
export function transition(
  state: DeclarationState,
  act: DeclarationAct,
): Result<DeclarationState, Refusal<'declaration-act-not-allowed'>> {
  return applyAct(DECLARATION_TRANSITIONS, { state, act }, 'declaration-act-not-allowed')
}

/** Whether its author may still change the lines. */
export function isEditable(state: DeclarationState): boolean {
  return state === 'draft'
}
