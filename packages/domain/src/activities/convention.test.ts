import { describe, expect, it } from 'vitest'
import { CONVENTION_ACTS, CONVENTION_STATES, conventionTransition } from './convention.ts'

describe('conventionTransition', () => {
  it('is in force only once it was sent and signed', () => {
    expect(conventionTransition('draft', 'complete').ok).toBe(false)
    expect(conventionTransition('draft', 'send')).toEqual({ ok: true, value: 'to_sign' })
    expect(conventionTransition('to_sign', 'complete')).toEqual({ ok: true, value: 'in_force' })
  })

  it('is replaced by a later one, never cancelled, once in force', () => {
    expect(conventionTransition('in_force', 'cancel')).toMatchObject({
      refusal: { code: 'convention-act-not-allowed' },
    })
    expect(conventionTransition('in_force', 'replace')).toEqual({ ok: true, value: 'replaced' })
  })

  it('reaches every state', () => {
    const reached = CONVENTION_STATES.flatMap((state) =>
      CONVENTION_ACTS.flatMap((act) => {
        const result = conventionTransition(state, act)
        return result.ok ? [result.value] : []
      }),
    )
    expect(new Set(reached)).toEqual(new Set(CONVENTION_STATES))
  })
})
