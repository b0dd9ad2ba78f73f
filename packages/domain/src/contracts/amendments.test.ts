import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { checkAmendment, type SignedAmendment, termsOn } from './amendments.ts'

interface Terms {
  fixedPart: bigint
  means: string
}
const original = { schemeId: 'AG-2025', terms: { fixedPart: 60_000n, means: 'bureau' } }
const amendment = (
  n: number,
  effectiveOn: string,
  change: Partial<SignedAmendment<Terms>>,
): SignedAmendment<Terms> => ({
  n,
  effectiveOn: localDate(effectiveOn),
  schemeId: null,
  terms: {},
  ...change,
})

describe('termsOn', () => {
  const amendments = [
    amendment(2, '2026-07-01', { terms: { fixedPart: 80_000n } }),
    amendment(1, '2026-04-01', { schemeId: 'AG-2026', terms: { fixedPart: 70_000n } }),
    amendment(3, '2026-07-01', { terms: { means: 'atelier' } }),
  ]
  const on = (day: string) => termsOn(original, amendments, localDate(day))

  it('reads the original until the eve of the first effect', () => {
    expect(on('2026-03-31')).toEqual({ ...original, amendments: [] })
  })

  it('adds each amendment from its effect date, and keeps what it does not name', () => {
    expect(on('2026-04-01')).toEqual({
      schemeId: 'AG-2026',
      terms: { fixedPart: 70_000n, means: 'bureau' },
      amendments: [1],
    })
    expect(on('2026-07-01')).toEqual({
      schemeId: 'AG-2026',
      terms: { fixedPart: 80_000n, means: 'atelier' },
      amendments: [1, 2, 3],
    })
  })

  it('lets the later number win on one day, and the later effect over a later number', () => {
    const sameDay = [
      amendment(2, '2026-05-01', { terms: { fixedPart: 2n } }),
      amendment(1, '2026-05-01', { terms: { fixedPart: 1n } }),
      amendment(3, '2026-04-01', { terms: { fixedPart: 3n } }),
    ]
    expect(termsOn(original, sameDay, localDate('2026-05-01')).terms.fixedPart).toBe(2n)
    expect(original.terms.fixedPart).toBe(60_000n)
  })
})

describe('checkAmendment', () => {
  const contract = {
    startsOn: localDate('2026-02-01'),
    endsOn: localDate('2027-01-31'),
    openFrom: localDate('2026-05-01'),
  }
  const check = (effectiveOn: string, changes = 1) => {
    const result = checkAmendment({ effectiveOn: localDate(effectiveOn), changes }, contract)
    return result.ok ? 'ok' : result.refusal.code
  }

  it('takes effect within the contract, in an open month, and changes something', () => {
    expect(check('2026-05-01')).toBe('ok')
    expect(check('2027-01-31')).toBe('ok')
    expect(check('2027-02-01')).toBe('amendment-outside-contract')
    expect(check('2026-01-31')).toBe('amendment-outside-contract')
    expect(check('2026-04-30')).toBe('amendment-month-closed')
    expect(check('2026-06-01', 0)).toBe('amendment-changes-nothing')
  })
})
