import { describe, expect, it } from 'vitest'
import { cents } from '../money/cents.ts'
import { localDate } from '../time/local-date.ts'
import { yearMonth } from '../time/year-month.ts'
import { balanceBudgets, balanceDue, isAdvanceCovered } from './variable-part.ts'

describe('an advance on the variable part', () => {
  const covered = (advance: bigint, others = 0n) =>
    isAdvanceCovered({
      availableCents: cents(100_000n),
      owedCents: cents(60_000n),
      othersCents: cents(others),
      advanceCents: cents(advance),
    })

  it('comes out of what the account holds, fixed parts and other advances set apart', () => {
    expect(covered(40_000n)).toBe(true)
    expect(covered(40_001n)).toBe(false)
    expect(covered(30_000n, 10_000n)).toBe(true)
    expect(covered(30_001n, 10_000n)).toBe(false)
  })
})

describe('the balance of a financial year', () => {
  it('is due a month after the assembly, from the month of the assembly on', () => {
    const assembly = localDate('2026-05-29')
    expect(balanceDue(assembly, yearMonth('2026-04'))).toBeNull()
    expect(balanceDue(assembly, yearMonth('2026-05'))).toEqual({
      dueOn: '2026-06-29',
      lastMonth: '2025-12',
    })
    expect(balanceDue(assembly, yearMonth('2026-09'))?.dueOn).toBe('2026-06-29')
    expect(balanceDue(localDate('2026-01-31'), yearMonth('2026-01'))?.dueOn).toBe('2026-02-28')
  })

  it('is what is left, split by shares to the cent; a loss is nobody’s debt', () => {
    expect(balanceBudgets(cents(100_001n), [500, 500])).toEqual([50_001n, 50_000n])
    expect(balanceBudgets(cents(47_123n), [1000])).toEqual([47_123n])
    expect(balanceBudgets(cents(-1n), [1000])).toEqual([0n])
    expect(balanceBudgets(cents(500n), [0])).toEqual([0n])
  })
})
