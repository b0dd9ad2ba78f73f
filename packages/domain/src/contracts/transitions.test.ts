import { describe, expect, it } from 'vitest'
import {
  CONTRACT_ACTS,
  CONTRACT_STATES,
  type ContractAct,
  contractTransition,
} from './transitions.ts'

describe('contractTransition', () => {
  it('needs both signatures before a contract is active', () => {
    expect(contractTransition('draft', 'send')).toEqual({ ok: true, value: 'to_sign' })
    expect(contractTransition('to_sign', 'sign')).toEqual({ ok: true, value: 'signed' })
    expect(contractTransition('signed', 'countersign')).toEqual({ ok: true, value: 'active' })
    expect(contractTransition('to_sign', 'countersign').ok).toBe(false)
    expect(contractTransition('draft', 'sign').ok).toBe(false)
  })

  it('ends an active contract and never cancels it', () => {
    expect(contractTransition('active', 'end')).toEqual({ ok: true, value: 'ended' })
    expect(contractTransition('active', 'cancel')).toEqual({
      ok: false,
      refusal: { code: 'contract-act-not-allowed', params: { state: 'active', act: 'cancel' } },
    })
  })

  it('leaves ended and cancelled contracts as they are', () => {
    const isAllowed = (act: ContractAct) =>
      contractTransition('ended', act).ok || contractTransition('cancelled', act).ok
    expect(CONTRACT_ACTS.filter(isAllowed)).toEqual([])
  })

  it('reaches every state', () => {
    const reached = CONTRACT_STATES.flatMap((state) =>
      CONTRACT_ACTS.flatMap((act) => {
        const result = contractTransition(state, act)
        return result.ok ? [result.value] : []
      }),
    )
    expect(new Set(reached)).toEqual(new Set(CONTRACT_STATES))
  })
})
