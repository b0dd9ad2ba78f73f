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

  it('knows no rate before the first one, and needs none for a comparable job', () => {
    expect(isValuable(yearMonth('2020-12'), 'smic')).toBe(false)
    expect(isValuable(yearMonth('2020-12'), 'smic_by_level')).toBe(false)
    expect(isValuable(yearMonth('2021-01'), 'smic')).toBe(true)
    expect(() => total([line('2020-12', 60)], { method: 'smic' })).toThrow('2020-12')
    const choice: ValuationChoice = {
      method: 'replacement',
      hourlyCents: { simple: 1_300n, skilled: 1_800n, expert: 2_500n },
      employerRateBp: 0n,
    }
    expect(isValuable(yearMonth('2020-12'), 'replacement')).toBe(true)
    expect(total([line('2020-12', 60)], choice)).toBe(2_500n)
  })

  it('has each change of the minimum wage since 2021, also those within a year', () => {
    const hour = (month: string) => total([line(month, 60)], { method: 'smic' })
    // The changes that modele-social 11.1.0 dates, written here a second time.
    const changes = {
      '2021-09': 1_025n,
      '2021-10': 1_048n,
      '2022-04': 1_057n,
      '2022-05': 1_085n,
      '2022-07': 1_085n,
      '2022-08': 1_107n,
      '2023-01': 1_127n,
      '2023-04': 1_127n,
      '2023-05': 1_152n,
      '2024-01': 1_165n,
      '2024-10': 1_165n,
      '2024-11': 1_188n,
      '2025-12': 1_188n,
    }
    expect(Object.fromEntries(Object.keys(changes).map((month) => [month, hour(month)]))).toEqual(
      changes,
    )
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
