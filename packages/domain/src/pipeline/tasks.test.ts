import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import type { FactKind } from './facts.ts'
import {
  ASKED_FACTS,
  isReadyForContract,
  nextTask,
  taskProgress,
  type WelcomeState,
  welcomeTasks,
} from './tasks.ts'

const TODAY = localDate('2026-11-02')
const NOTHING: WelcomeState = {
  isIdentityComplete: false,
  isReachable: true,
  facts: new Map(),
  pieces: [{ id: 'p1', state: 'asked', expiresOn: null }],
  hasReferent: false,
  hasActivity: true,
  appointment: 'none',
  contract: null,
  hasDeclared: false,
  hasTutor: false,
}
const known = new Map<FactKind, string>(ASKED_FACTS.map((fact) => [fact, 'unknown']))
const READY: WelcomeState = {
  ...NOTHING,
  isIdentityComplete: true,
  facts: known,
  pieces: [{ id: 'p1', state: 'accepted', expiresOn: localDate('2027-01-01') }],
  hasReferent: true,
}
const find = (state: WelcomeState, name: string) =>
  welcomeTasks(state, TODAY).find((one) => one.name === name)

describe('the tasks of a welcome', () => {
  it('come in four groups, each with who must act', () => {
    const tasks = welcomeTasks(NOTHING, TODAY)
    expect([...new Set(tasks.map((one) => one.group))]).toEqual([
      'know',
      'check',
      'prepare',
      'start',
    ])
    expect(taskProgress(tasks)).toEqual({ done: 2, total: 17 })
    expect(nextTask(tasks, 'person')).toMatchObject({ name: 'identity' })
    expect(nextTask(tasks, 'staff')).toMatchObject({ name: 'referent' })
  })

  it('hand the first appointment from staff, who plan it, to the person, who comes', () => {
    const at = (appointment: WelcomeState['appointment']) =>
      find({ ...NOTHING, appointment }, 'first_appointment')
    expect(at('none')).toMatchObject({ group: 'prepare', actor: 'staff', status: 'to-do' })
    expect(at('planned')).toMatchObject({ actor: 'person', status: 'to-do' })
    expect(at('held')).toMatchObject({ actor: 'person', status: 'done' })
    expect(isReadyForContract(welcomeTasks(READY, TODAY))).toBe(true)
  })

  it('say why something cannot be done yet', () => {
    expect(find(NOTHING, 'contract')).toMatchObject({ status: 'not-yet', block: 'knowledge' })
    expect(find({ ...READY, pieces: NOTHING.pieces }, 'contract')).toMatchObject({
      status: 'not-yet',
      block: 'pieces',
    })
    expect(find(NOTHING, 'sign')).toMatchObject({ status: 'not-yet', block: 'contract-sent' })
    expect(find(READY, 'contract')).toMatchObject({ status: 'to-do', block: null })
  })

  it('hand a piece from the person to staff and back', () => {
    const withPiece = (
      state: 'received' | 'refused' | 'accepted',
      expiresOn: string | null = null,
    ) =>
      find(
        {
          ...READY,
          pieces: [
            { id: 'p1', state, expiresOn: expiresOn === null ? null : localDate(expiresOn) },
          ],
        },
        'piece',
      )
    expect(withPiece('received')).toMatchObject({ actor: 'staff', status: 'to-do' })
    expect(withPiece('refused')).toMatchObject({ actor: 'person', status: 'problem' })
    expect(withPiece('accepted', '2026-11-02')).toMatchObject({ status: 'done' })
    expect(withPiece('accepted', '2026-11-01')).toMatchObject({ actor: 'staff', status: 'problem' })
  })

  it('are ready for a contract when everything is known and checked', () => {
    expect(isReadyForContract(welcomeTasks(NOTHING, TODAY))).toBe(false)
    expect(isReadyForContract(welcomeTasks(READY, TODAY))).toBe(true)
  })

  it('follow the contract by themselves', () => {
    const at = (contract: WelcomeState['contract']) =>
      ['contract', 'sign', 'countersign', 'first_declaration'].map(
        (name) => find({ ...READY, contract }, name)?.status,
      )
    expect(at('draft')).toEqual(['to-do', 'not-yet', 'not-yet', 'not-yet'])
    expect(at('to_sign')).toEqual(['done', 'to-do', 'not-yet', 'not-yet'])
    expect(at('signed')).toEqual(['done', 'done', 'to-do', 'not-yet'])
    expect(at('active')).toEqual(['done', 'done', 'done', 'to-do'])
  })

  it('forget a piece that is waived', () => {
    const pieces = [{ id: 'p1', state: 'waived', expiresOn: null }] as const
    expect(find({ ...READY, pieces }, 'piece')).toBeUndefined()
  })
})
