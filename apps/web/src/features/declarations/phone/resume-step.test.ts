import { describe, expect, it } from 'vitest'
import type { Draft, SaleDraft } from './queries.ts'
import { resumeStep } from './resume-step.ts'

const SALE: SaleDraft = {
  id: '00000000-0000-4000-8000-000000000001',
  amountText: '100',
  currency: 'EUR',
  soldOn: '2026-10-29',
  customer: '',
  customerCountry: 'FR',
  customerKind: 'person',
  paymentMeans: 'cash',
  moneyPlace: 'at_hand',
  noReceiptReason: '',
}
const draft = (part: Partial<Draft>): Draft => ({
  clientId: '00000000-0000-4000-8000-000000000002',
  hasSales: null,
  sales: [],
  hasExpenses: null,
  expenses: [],
  trips: [],
  ...part,
})

describe('resuming a declaration', () => {
  it('begins with the first question when nothing was answered', () => {
    expect(resumeStep(draft({}))).toBe('')
  })

  it('goes to the line that was left in the middle', () => {
    const sales = [SALE, { ...SALE, soldOn: '' }]
    expect(resumeStep(draft({ hasSales: true, sales }))).toBe('vente/2/jour')
    expect(resumeStep(draft({ hasSales: true }))).toBe('vente/1/montant')
  })

  it('goes to the list, then to the check once everything was answered', () => {
    const sales = [SALE]
    expect(resumeStep(draft({ hasSales: true, sales }))).toBe('ventes')
    expect(resumeStep(draft({ hasSales: true, sales, hasExpenses: false }))).toBe('verifier')
    expect(resumeStep(draft({ hasSales: false }))).toBe('verifier')
  })
})
