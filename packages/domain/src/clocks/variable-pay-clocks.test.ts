import { describe, expect, it } from 'vitest'
import { cesa, clocks } from '../../test/given-career.ts'
import { localDate } from '../time/local-date.ts'
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
})
