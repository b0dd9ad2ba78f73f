import { describe, expect, it } from 'vitest'
import { cents } from '../money/cents.ts'
import { yearMonth } from '../time/year-month.ts'
import { estimateSalary, type SalaryForward, type SalaryWish } from './estimate-salary.ts'
import { DEFAULT_SALARY_TERMS, type SalaryTerms } from './salary-terms.ts'

const TERMS: SalaryTerms = { ...DEFAULT_SALARY_TERMS, month: yearMonth('2026-07') }
const CEILING = 40_500n
const REDUCTION_END = 60_000n

/** Round rates in place of the State's model: a cover of 20 each, 20 % and 40 %, and 5 less above the ceiling. */
const ROUND: SalaryForward = {
  figures(_terms, grossCents) {
    const kept = (grossCents * 8n) / 10n - 2_000n - (grossCents > CEILING ? 500n : 0n)
    const netCents = cents(kept < 0n ? 0n : kept)
    const lost = grossCents < REDUCTION_END ? 0n : 1_000n
    const employerCostCents = cents((grossCents * 14n) / 10n + 2_160n + lost)
    return {
      grossCents,
      employeeContributionsCents: cents(grossCents - netCents),
      netCents,
      netSocialCents: netCents,
      taxableNetCents: netCents,
      employerContributionsCents: cents(employerCostCents - grossCents),
      employerCostCents,
      generalReductionCents: cents(grossCents < REDUCTION_END ? 1_000n : 0n),
    }
  },
  known: () => [],
  ceilingCents: () => cents(CEILING),
}

function estimate(from: SalaryWish['from'], amount: bigint, month = '2026-07') {
  const terms = { ...TERMS, month: yearMonth(month) }
  return estimateSalary(ROUND, terms, { from, amountCents: cents(amount) })
}

describe('a pay from a budget', () => {
  it('costs at most the budget, one cent more would not, and what is left is the residual', () => {
    for (const budget of [5_000n, 7_001n, 100_003n, 341_955n, 10_000_000n]) {
      const answer = estimate('budget', budget)
      if (!answer.ok || !answer.value.isPaid) continue
      const { figures, residualCents } = answer.value
      const next = ROUND.figures(TERMS, cents(figures.grossCents + 1n))
      expect(figures.employerCostCents <= budget && next.employerCostCents > budget).toBe(true)
      expect(figures.employerCostCents + residualCents).toBe(budget)
    }
  })

  it('says where more money gives no more: the end of the reduction, and above the ceiling', () => {
    const remark = (budget: bigint) => {
      const answer = estimate('budget', budget)
      return answer.ok ? answer.value.remark : 'refused'
    }
    const costAt = (gross: bigint) => ROUND.figures(TERMS, cents(gross)).employerCostCents
    expect(remark(costAt(CEILING - 2n))).toBe(null)
    expect(remark(costAt(CEILING))).toBe('net-falls')
    expect(remark(costAt(CEILING + 1n))).toBe('net-falls')
    expect(remark(costAt(CEILING + 700n))).toBe(null)
    expect(remark(costAt(REDUCTION_END - 2n))).toBe(null)
    for (const more of [0n, 500n, 999n]) {
      expect(remark(costAt(REDUCTION_END - 1n) + more)).toBe('reduction-ends')
    }
    expect(remark(costAt(REDUCTION_END))).toBe(null)
  })

  it('pays nothing and keeps all when the budget is too small, without failing', () => {
    for (const budget of [0n, 1_999n, 2_160n, 4_999n]) {
      const answer = estimate('budget', budget)
      expect(answer).toMatchObject({ ok: true, value: { isPaid: false, residualCents: budget } })
      expect(answer.ok && answer.value.figures.grossCents).toBe(0n)
    }
  })
})

describe('a pay from a net', () => {
  it('is the smallest gross that gives it, also where the net falls at the ceiling', () => {
    for (const net of [1n, 5_000n, 30_350n, 30_399n, 30_400n, 30_401n, 60_000n]) {
      const answer = estimate('net', net)
      let byHand = 0n
      const netOf = (gross: bigint) => ROUND.figures(TERMS, cents(gross)).netCents
      for (let gross = 0n; netOf(gross) < net; gross += 1n) byHand = gross + 1n
      expect(answer.ok && answer.value.figures.grossCents).toBe(byHand)
    }
  })
})

describe('what is refused', () => {
  it('a month the model does not know', () => {
    expect(estimate('budget', 100_000n, '2025-12')).toMatchObject({
      refusal: { code: 'salary-month-before-model', params: { from: '2026-01' } },
    })
    expect(estimate('budget', 100_000n, '2027-01')).toMatchObject({
      refusal: { code: 'salary-month-after-model', params: { to: '2026-12' } },
    })
  })

  it('an amount below zero, above the bounds, or eaten by the health cover', () => {
    const codes = [
      estimate('budget', -1n),
      estimate('gross', 10_000_001n),
      estimate('gross', 2_000n),
      estimate('net', 0n),
    ].map((answer) => (answer.ok ? null : answer.refusal.code))
    expect(codes).toEqual([
      'salary-amount-negative',
      'salary-amount-too-large',
      'salary-amount-too-small',
      'salary-amount-too-small',
    ])
  })
})
