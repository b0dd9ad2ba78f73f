import { describe, expect, it } from 'vitest'
import { yearMonth } from '../time/year-month.ts'
import {
  isValuable,
  type MinutesToValue,
  methodKept,
  SMIC_HOURLY_CENTS,
  type ValuationChoice,
  valueMinutes,
} from './valuation.ts'

const line = (month: string, minutes: number, level: MinutesToValue['level'] = 'expert') => ({
  month: yearMonth(month),
  minutes,
  level,
})
const BY_LEVEL: ValuationChoice = {
  method: 'smic_by_level',
  coefficientPermille: { simple: 1_000n, skilled: 2_000n, expert: 3_000n },
}
const total = (lines: MinutesToValue[], choice: ValuationChoice) =>
  valueMinutes(lines, choice).totalCents

describe('valueMinutes', () => {
  it('values 42.5 hours of September 2026 as the worked example says', () => {
    const hours = [line('2026-09', 2_550)]
    expect(total(hours, BY_LEVEL)).toBe(156_953n)
    expect(total(hours, { method: 'smic' })).toBe(52_318n)
  })

  it('takes the rate of the month across the change of 1 June 2026', () => {
    expect(total([line('2026-05', 60)], { method: 'smic' })).toBe(1_202n)
    expect(total([line('2026-06', 60)], { method: 'smic' })).toBe(1_231n)
    expect(total([line('2025-12', 60), line('2026-01', 60)], { method: 'smic' })).toBe(2_390n)
  })

  it('values a comparable job with the share of the employer', () => {
    const choice: ValuationChoice = {
      method: 'replacement',
      hourlyCents: { simple: 1_300n, skilled: 1_800n, expert: 2_500n },
      employerRateBp: 4_200n,
    }
    expect(total([line('2026-09', 90, 'skilled')], choice)).toBe(3_834n)
  })

  it('rounds each line once, half up, and sums what it shows', () => {
    const { lines, totalCents } = valueMinutes([line('2026-09', 5), line('2026-10', 5)], {
      method: 'smic',
    })
    expect(lines.map((one) => one.valueCents)).toEqual([103n, 103n])
    expect(totalCents).toBe(206n)
  })

  it('knows no rate before the first one', () => {
    expect(isValuable(yearMonth('2024-12'))).toBe(false)
    expect(isValuable(yearMonth('2025-01'))).toBe(true)
    expect(() => total([line('2024-12', 60)], { method: 'smic' })).toThrow('2024-12')
  })

  it('has rates that begin on the first of a month only', () => {
    expect(SMIC_HOURLY_CENTS.filter(({ from }) => !from.endsWith('-01'))).toEqual([])
  })
})

describe('methodKept', () => {
  const kept = (of: Partial<Parameters<typeof methodKept>[1]>) =>
    methodKept('smic', { nextTo: [], isReplaced: false, reason: '', ...of })

  it('asks why the method is another one than in the years next to it', () => {
    expect(kept({}).ok).toBe(true)
    expect(kept({ nextTo: ['smic', 'smic'] }).ok).toBe(true)
    for (const nextTo of [['replacement'], ['smic', 'replacement']] as const) {
      expect(kept({ nextTo, reason: ' ' })).toMatchObject({
        refusal: { code: 'valuation-reason-missing' },
      })
      expect(kept({ nextTo, reason: 'Vote du bureau' }).ok).toBe(true)
    }
  })

  it('asks why what stood for the year is replaced', () => {
    expect(kept({ isReplaced: true }).ok).toBe(false)
    expect(kept({ isReplaced: true, reason: 'Vote du bureau' }).ok).toBe(true)
  })
})
