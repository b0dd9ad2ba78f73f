import { describe, expect, it } from 'vitest'
import { cesa, clocks } from '../../test/given-career.ts'
import { localDate } from '../time/local-date.ts'
import { yearMonth } from '../time/year-month.ts'
import type { CareerContract } from './career.ts'

describe('variable pay (R7331-12)', () => {
  it('pays the balance one month after the assembly, also to those who left', () => {
    const assembliesOn = ['2025-01-31', '2026-05-29', '2027-05-28', '2028-05-26'].map(localDate)
    const left = cesa('2025-02-01', { endedOn: localDate('2026-03-31') })
    const ends = (contracts: CareerContract[]) =>
      clocks(contracts, { assembliesOn, today: '2026-06-01' })
        .filter(({ kind }) => kind === 'variable-pay')
        .map(({ endsOn }) => endsOn)
    expect(ends([left])).toEqual(['2026-06-29', '2027-06-28'])
    expect(ends([cesa('2025-01-15')])).toEqual([
      '2025-02-28',
      '2026-06-29',
      '2027-06-28',
      '2028-06-26',
    ])
  })

  it('concerns the contracts that cover a day of the year that was approved, where it is known', () => {
    const assembliesOn = ['2026-02-15', '2027-02-15'].map(localDate)
    const approvedYears = [
      { assemblyOn: '2026-02-15', firstMonth: '2024-09', lastMonth: '2025-08' },
      { assemblyOn: '2027-02-15', firstMonth: '2025-09', lastMonth: '2026-08' },
    ].map((year) => ({
      assemblyOn: localDate(year.assemblyOn),
      firstMonth: yearMonth(year.firstMonth),
      lastMonth: yearMonth(year.lastMonth),
    }))
    const ends = (contract: CareerContract) =>
      clocks([contract], { assembliesOn, approvedYears, today: '2027-03-01' })
        .filter(({ kind }) => kind === 'variable-pay')
        .map(({ endsOn }) => endsOn)
    expect(ends(cesa('2024-01-01'))).toEqual(['2026-03-15', '2027-03-15'])
    // It began after the year that the first assembly approved: nothing of that year is due.
    expect(ends(cesa('2025-10-01'))).toEqual(['2027-03-15'])
    expect(ends(cesa('2024-01-01', { endedOn: localDate('2025-09-01') }))).toHaveLength(2)
    expect(ends(cesa('2024-01-01', { endedOn: localDate('2025-08-31') }))).toEqual(['2026-03-15'])
  })
})
