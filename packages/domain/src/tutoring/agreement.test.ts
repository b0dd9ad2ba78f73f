import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { AGREEMENT_STATES, agreementEnd, agreementState, mayAct } from './agreement.ts'

const answer = fc.constantFrom('yes' as const, 'no' as const, null)
const facts = fc.record({
  tutor: answer,
  tutee: answer,
  isCountersigned: fc.boolean(),
  isEnded: fc.boolean(),
})

describe('an agreement', () => {
  it('can be countersigned after two yeses and in no other case', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const state = agreementState(of)
        const isReady = of.tutor === 'yes' && of.tutee === 'yes'
        expect(mayAct(state, 'countersign')).toBe(isReady && !of.isCountersigned && !of.isEnded)
      }),
    )
  })

  it('takes no answer and no other wording once it is countersigned, until it has ended', () => {
    fc.assert(
      fc.property(facts, (of) => {
        const state = agreementState({ ...of, isCountersigned: true, isEnded: false })
        expect(
          ['answer', 'write', 'review'].filter((act) => mayAct(state, act as 'answer')),
        ).toEqual([])
        expect(mayAct(state, 'end')).toBe(true)
      }),
    )
  })

  it('is reviewed once it has ended, and may then be written anew', () => {
    expect(AGREEMENT_STATES.filter((state) => mayAct(state, 'review'))).toEqual(['ended'])
    expect(mayAct('ended', 'write')).toBe(true)
    expect(mayAct('ended', 'answer')).toBe(false)
  })

  it('lasts whole months', () => {
    expect(agreementEnd(localDate('2026-11-30'), 3)).toBe('2027-02-28')
    expect(agreementEnd(localDate('2026-01-15'), 6)).toBe('2026-07-15')
  })
})
