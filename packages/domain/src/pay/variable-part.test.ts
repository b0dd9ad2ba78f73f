import { describe, expect, it } from 'vitest'
import { cents } from '../money/cents.ts'
import { localDate } from '../time/local-date.ts'
import { yearMonth } from '../time/year-month.ts'
import { balanceBudgets, balanceContract, balanceDueOn, isAdvanceCovered } from './variable-part.ts'

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
    const due = (assembly: string, month: string) =>
      balanceDueOn(localDate(assembly), yearMonth(month))
    expect(due('2026-05-29', '2026-04')).toBeNull()
    expect(due('2026-05-29', '2026-05')).toBe('2026-06-29')
    expect(due('2026-05-29', '2026-09')).toBe('2026-06-29')
    expect(due('2026-01-31', '2026-01')).toBe('2026-02-28')
  })

  const budgets = (parts: Record<string, bigint>) => {
    const of = new Map(Object.entries(parts).map(([id, part]) => [id, cents(part)]))
    return Object.fromEntries(balanceBudgets(of))
  }

  it('is what is each person’s; a loss is nobody’s debt', () => {
    expect(budgets({ a: 50_001n, b: 50_000n })).toEqual({ a: 50_001n, b: 50_000n })
    expect(budgets({ a: -1n })).toEqual({ a: 0n })
    expect(budgets({ a: 500n, b: -600n })).toEqual({ a: 0n, b: 0n })
    expect(budgets({})).toEqual({})
  })

  it('never gives out more than the activity has left', () => {
    expect(budgets({ a: 10_000n, b: -5_001n })).toEqual({ a: 4_999n, b: 0n })
    expect(budgets({ a: 200n, b: 100n, c: -200n })).toEqual({ a: 67n, b: 33n, c: 0n })
  })

  it('is paid once for a person with two contracts: under the one of the last day of the year', () => {
    const contract = (startsOn: string) => ({ startsOn: localDate(startsOn) })
    const of = (...starts: string[]) =>
      balanceContract(starts.map(contract), { lastMonth: yearMonth('2025-12') })?.startsOn
    expect(of('2025-01-01', '2025-07-01')).toBe('2025-07-01')
    expect(of('2025-01-01', '2026-01-01')).toBe('2025-01-01')
    expect(of('2026-01-01')).toBeUndefined()
  })
})
