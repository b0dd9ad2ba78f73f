import { describe, expect, it } from 'vitest'
import { ProblemError } from '../../../lib/problem-error.ts'
import { refusedLines } from './refused-lines.ts'

const refusal = (...errors: { pointer: string; code: string }[]) =>
  new ProblemError({ status: 422, code: 'declaration-lines-invalid', errors })

describe('lines that the server refused', () => {
  it('leads to the question about the part that was refused', () => {
    const found = refusedLines(
      refusal(
        { pointer: '/body/sales/1/amountText', code: 'amount-decimals' },
        { pointer: '/body/expenses/0/vatText', code: 'vat-above-gross' },
        { pointer: '/body/trips/0/vehicleId', code: 'vehicle-unknown' },
        { pointer: '/body/sales/0/id', code: 'conflict' },
      ),
    )
    expect(found.map(({ kind, n, step }) => [kind, n, step])).toEqual([
      ['sale', 2, 'vente/2/montant?de=verifier'],
      ['expense', 1, 'depense/1/tva?de=verifier'],
      ['trip', 1, 'trajet/1?de=verifier'],
      ['sale', 1, 'vente/1?de=verifier'],
    ])
    expect(found[0]?.field.code).toBe('amount-decimals')
  })

  it('finds none in a refusal of the whole, nor when the network is away', () => {
    expect(refusedLines(refusal({ pointer: '/body/hasSales', code: 'field-required' }))).toEqual([])
    expect(refusedLines(new ProblemError({ status: 0, code: 'network' }))).toEqual([])
    expect(refusedLines(null)).toEqual([])
  })
})
