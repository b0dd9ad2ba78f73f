import { describe, expect, it } from 'vitest'
import { cents } from '../money/cents.ts'
import { explainLine } from './explain.ts'
import type { LineLabelKey } from './posting.ts'

const explain = (labelKey: LineLabelKey, amount: bigint, labelParams = {}) =>
  explainLine({ labelKey, amountCents: cents(amount), labelParams })

describe('explainLine', () => {
  it('explains a contribution by its rate, its slice and the assembly that decided it', () => {
    const params = {
      month: '2026-10',
      schemeCode: 'AG2026-TRANCHES',
      decidedOn: '2026-05-29',
      baseCents: '615000',
      rateBp: '1200',
      fromCents: '0',
      toCents: '200000',
    }
    expect(explain('ledger.line.contribution-tier', 24_000n, params)).toEqual({
      key: 'ledger.explain.contribution-tier',
      params: { ...params, effectCents: '-24000' },
    })
  })

  it('gives the effect on the balance: revenue adds, a cost takes', () => {
    expect(explain('ledger.line.revenue', -615_000n)?.params.effectCents).toBe('615000')
    expect(explain('ledger.line.accident-cover', 395n)?.params.effectCents).toBe('-395')
  })

  it('has nothing to say about the accounts of the cooperative', () => {
    expect(explain('ledger.line.customers', 738_000n)).toBeNull()
    expect(explain('ledger.line.shared-services', -66_500n)).toBeNull()
  })

  it('tells a reversal from what it cancels', () => {
    expect(explain('ledger.line.revenue', 615_000n, { reversedMonth: '2026-10' })).toEqual({
      key: 'ledger.explain.reversal',
      params: { reversedMonth: '2026-10', effectCents: '-615000' },
    })
  })
})
