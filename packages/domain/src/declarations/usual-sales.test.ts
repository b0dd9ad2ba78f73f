import { describe, expect, it } from 'vitest'
import { cents } from '../money/cents.ts'
import { usualSales } from './usual-sales.ts'

const usual = (...months: bigint[]) => usualSales(months.map(cents))

describe('usualSales', () => {
  it('is the median of the months', () => {
    expect(usual(10_000n, 900_000n, 12_000n)).toBe(12_000n)
    expect(usual(10_000n)).toBe(10_000n)
    expect(usual(10_000n, 10_001n)).toBe(10_001n)
    expect(usual(10n, 10n, 10n, 10n)).toBe(10n)
  })

  it('is unknown without any month', () => {
    expect(usual()).toBeNull()
  })
})
