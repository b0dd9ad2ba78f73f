import { describe, expect, it } from 'vitest'
import { accountName, describeLine } from './account-lines.ts'

const TIER = {
  labelKey: 'ledger.line.contribution-tier',
  explanationKey: 'ledger.explain.contribution-tier',
  labelParams: {
    month: '2026-10',
    schemeCode: 'AG2026-TRANCHES',
    decidedOn: '2026-05-29',
    base: 'revenue',
    period: 'month',
    baseCents: '615000',
    rateBp: '1350',
    fromCents: '0',
    toCents: '200000',
  },
}

describe('the words of an account line', () => {
  it('say the rate, its slice and the assembly that decided it', () => {
    const { label, why } = describeLine('fr', TIER)
    expect(label).toMatch(/^Contribution à la coopérative : 13,5\s%$/u)
    expect(why).toContain('29 mai 2026')
    expect(why).toContain('AG2026-TRANCHES')
    expect(describeLine('en', TIER).why).toContain('29 May 2026')
  })

  it('say of what changes at a rate what is due and what was counted already', () => {
    const { fromCents: _, toCents: __, ...scheme } = TIER.labelParams
    const { why } = describeLine('fr', {
      labelKey: 'ledger.line.contribution-settled',
      explanationKey: 'ledger.explain.contribution-settled',
      labelParams: { ...scheme, dueCents: '18000', takenCents: '12000' },
    })
    expect(why).toMatch(/180,00\s€ sont dus, et 120,00\s€ étaient déjà comptés/u)
  })

  it('name the month of an adjustment, and only of an adjustment', () => {
    const line = { labelKey: 'ledger.line.revenue', labelParams: { month: '2026-10' } }
    expect(describeLine('fr', { ...line, bookedMonth: '2026-10' }).label).toBe(
      'Vos ventes hors TVA',
    )
    expect(describeLine('fr', { ...line, bookedMonth: '2026-11' }).label).toContain('octobre 2026')
  })

  it('tell a reversal, and give no reason for the accounts of the cooperative', () => {
    const labelParams = { month: '2026-10', reversedMonth: '2026-10' }
    const explanationKey = 'ledger.explain.reversal'
    const reversed = describeLine('fr', {
      labelKey: 'ledger.line.expense',
      labelParams,
      explanationKey,
    })
    expect(reversed.label).toContain('annulation')
    expect(reversed.why).toContain('octobre 2026')
    const own = describeLine('en', { labelKey: 'ledger.line.customers', labelParams: {} })
    expect(own.why).toBe('')
  })

  it('name the accounts too', () => {
    expect(accountName('fr', 'output_vat')).toBe('TVA collectée')
    expect(accountName('en', 'output_vat')).toBe('Output VAT')
  })

  it('refuse a line they do not know', () => {
    expect(() => describeLine('fr', { labelKey: 'ledger.line.gift', labelParams: {} })).toThrow()
  })
})
