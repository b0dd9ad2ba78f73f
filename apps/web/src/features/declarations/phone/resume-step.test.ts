import { describe, expect, it } from 'vitest'
import type { Draft, SaleDraft } from './queries.ts'
import { resumeStep } from './resume-step.ts'
import type { TripContext } from './sale-words.ts'

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

const VIEW: TripContext = { vehicles: [], activity: { fiscalHorsepower: 5 } }
const resume = (part: Partial<Draft>, view = VIEW) => resumeStep(draft(part), view)

describe('resuming a declaration', () => {
  it('begins with the first question when nothing was answered', () => {
    expect(resume({})).toBe('')
  })

  it('goes to the line that was left in the middle', () => {
    const sales = [SALE, { ...SALE, soldOn: '' }]
    expect(resume({ hasSales: true, sales })).toBe('vente/2/jour')
    expect(resume({ hasSales: true })).toBe('vente/1/montant')
  })

  it('goes to the list, then to the check once everything was answered', () => {
    const sales = [SALE]
    expect(resume({ hasSales: true, sales })).toBe('ventes')
    expect(resume({ hasSales: true, sales, hasExpenses: false })).toBe('verifier')
    expect(resume({ hasSales: false })).toBe('verifier')
  })

  it('goes to the trip whose vehicle nobody can name for the person', () => {
    const trip = {
      id: '00000000-0000-4000-8000-000000000003',
      kmText: '12 km',
      reason: 'Marché',
      vehicleId: '',
    }
    const car = {
      id: 'v1',
      label: 'Voiture',
      kind: 'car',
      fiscalHorsepower: 5,
      isElectric: false,
    } as const
    const van = { ...car, id: 'v2', label: 'Camionnette' }
    const month = { hasSales: true, sales: [SALE], hasExpenses: true }
    const noCard = { vehicles: [], activity: { fiscalHorsepower: null } }
    const at = (view: TripContext, vehicleId = '') =>
      resume({ ...month, trips: [{ ...trip, vehicleId }] }, view)

    expect(at(VIEW)).toBe('verifier')
    expect(at(noCard)).toBe('trajet/1')
    expect(at({ ...noCard, vehicles: [car] })).toBe('verifier')
    expect(at({ ...noCard, vehicles: [car, van] })).toBe('trajet/1')
    expect(at({ ...noCard, vehicles: [car, van] }, 'v2')).toBe('verifier')
    // Sold meanwhile: the one that was named is no longer theirs.
    expect(at({ ...noCard, vehicles: [car] }, 'v2')).toBe('trajet/1')
  })
})
