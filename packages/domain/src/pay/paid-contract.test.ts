import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { yearMonth } from '../time/year-month.ts'
import { type PayableContract, paidContract } from './paid-contract.ts'

const NOBODY = { reference: '', familyName: '', givenName: '', fullName: '', contractNumber: '' }
const JULY = yearMonth('2026-07')

function contract(id: string, of: Partial<PayableContract> = {}): PayableContract {
  return {
    contractId: id,
    contractNumber: `CESA-${id}`,
    personKey: id,
    reference: `P-${id}`,
    familyName: 'N’Diaye',
    givenName: 'Awa',
    startsOn: localDate('2026-01-01'),
    endsOn: null,
    ...of,
  }
}
const AWA = contract('1')
const OTHER = contract('2', { familyName: 'Traoré', givenName: 'Ibou' })

function place(contracts: readonly PayableContract[], named: Partial<typeof NOBODY>) {
  const found = paidContract(contracts, { ...NOBODY, ...named }, JULY)
  return 'fault' in found
    ? found.fault
    : `${found.contract.contractId}${found.nameDiffers ? '?' : ''}`
}

describe('who a line of a payroll file pays', () => {
  it('is found by our reference, whatever the name; another family name is told', () => {
    expect(place([AWA, OTHER], { reference: 'p-2' })).toBe('2')
    expect(place([AWA, OTHER], { reference: 'P-2', familyName: 'TRAORE' })).toBe('2')
    expect(place([AWA, OTHER], { reference: 'P-2', familyName: 'Diallo' })).toBe('2?')
  })

  it('is found by name, either way round, without accents', () => {
    expect(place([AWA, OTHER], { familyName: 'NDIAYE', givenName: 'awa' })).toBe('1')
    expect(place([AWA, OTHER], { fullName: "Awa N'Diaye" })).toBe('1')
    expect(place([AWA, OTHER], { reference: '000417', fullName: 'Traore Ibou' })).toBe('2')
  })

  it('is never guessed between two people, nor between two contracts', () => {
    const twin = contract('3')
    expect(place([AWA, twin], { fullName: 'Awa Ndiaye' })).toBe('person-ambiguous')
    expect(place([AWA, twin], { reference: 'P-3', fullName: 'Awa Ndiaye' })).toBe('3')
    const second = contract('4', { personKey: '1', reference: 'P-1' })
    expect(place([AWA, second], { reference: 'P-1' })).toBe('contract-ambiguous')
    expect(place([AWA, second], { reference: 'P-1', contractNumber: 'cesa-4' })).toBe('4')
    expect(place([AWA], { reference: 'P-1', contractNumber: 'CESA-9' })).toBe('contract-unknown')
  })

  it('may have left: the contract that ended last is paid', () => {
    const first = contract('5', {
      personKey: '1',
      reference: 'P-1',
      endsOn: localDate('2026-03-31'),
    })
    const last = contract('6', {
      personKey: '1',
      reference: 'P-1',
      endsOn: localDate('2026-06-30'),
    })
    expect(place([first, last], { reference: 'P-1' })).toBe('6')
    expect(place([first, AWA], { reference: 'P-1' })).toBe('1')
  })

  it('may have one name only', () => {
    const one = contract('6', { familyName: 'Zabihullah', givenName: '' })
    expect(place([AWA, one], { familyName: 'ZABIHULLAH' })).toBe('6')
    expect(place([AWA, one], { fullName: 'Zabihullah' })).toBe('6')
  })

  it('must be named, and known', () => {
    expect(place([AWA], {})).toBe('person-missing')
    expect(place([AWA], { reference: 'P-9' })).toBe('person-unknown')
    expect(place([AWA], { fullName: 'Fatou Sow' })).toBe('person-unknown')
    expect(place([AWA], { familyName: 'N’Diaye' })).toBe('person-missing')
  })
})
