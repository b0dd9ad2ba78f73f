import { describe, expect, it } from 'vitest'
import {
  DECLARATION_ACTS,
  DECLARATION_STATES,
  type DeclarationAct,
  type DeclarationState,
  isEditable,
  transition,
} from './declaration.ts'

const after = (state: DeclarationState, act: DeclarationAct) => {
  const result = transition(state, act)
  return result.ok ? result.value : null
}

describe('transition', () => {
  it('takes a declaration from draft to closed', () => {
    expect(after('draft', 'submit')).toBe('submitted')
    expect(after('submitted', 'ask')).toBe('question')
    expect(after('question', 'answer')).toBe('submitted')
    expect(after('submitted', 'accept')).toBe('accepted')
    expect(after('accepted', 'close')).toBe('closed')
  })

  it('lets its author take it back until it is accepted, and staff undo an acceptance', () => {
    expect(after('submitted', 'withdraw')).toBe('draft')
    expect(after('accepted', 'withdraw')).toBeNull()
    expect(after('accepted', 'undo_accept')).toBe('submitted')
    expect(after('question', 'accept')).toBeNull()
  })

  it('goes back to its author until it is accepted, and staff undo that', () => {
    expect(after('submitted', 'return')).toBe('draft')
    expect(after('question', 'return')).toBe('draft')
    expect(after('accepted', 'return')).toBeNull()
    expect(after('draft', 'undo_return')).toBe('submitted')
  })

  it('never changes a closed one', () => {
    expect(DECLARATION_ACTS.filter((act) => after('closed', act) !== null)).toEqual([])
    expect(transition('closed', 'correct')).toEqual({
      ok: false,
      refusal: { code: 'declaration-act-not-allowed', params: { state: 'closed', act: 'correct' } },
    })
  })

  it('lets lines be edited in a draft only', () => {
    expect(DECLARATION_STATES.filter(isEditable)).toEqual(['draft'])
  })
})
