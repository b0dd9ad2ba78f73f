import { describe, expect, it } from 'vitest'
import { knownColumns, slipColumns } from './slip-columns.ts'

const AMOUNTS = ['Brut', 'Net avant impôt', 'Montant net social', 'Coût employeur', 'Payé le']

describe('the columns of a payroll file', () => {
  it('are known whatever their case, accents, units and punctuation', () => {
    const answer = slipColumns([
      'MATRICULE',
      'salaire_brut (en €)',
      'Net à payer avant impôt sur le revenu',
      'MNS',
      'Cout total EMPLOYEUR',
      'Date de paiement',
      'N° de bulletin',
      'Service',
      '',
    ])
    expect('columns' in answer && Object.fromEntries(answer.columns.at)).toEqual({
      reference: 0,
      gross: 1,
      net: 2,
      netSocial: 3,
      employerCost: 4,
      paidOn: 5,
      slipNumber: 6,
    })
    expect('columns' in answer && answer.columns.unread).toEqual(['Service'])
  })

  it('must say who is paid and every amount: what is missing is named as people write it', () => {
    expect(slipColumns(['Brut', 'Nom'])).toEqual({
      faults: [
        { code: 'column-missing', column: 'net avant impôt' },
        { code: 'column-missing', column: 'montant net social' },
        { code: 'column-missing', column: 'coût employeur' },
        { code: 'column-missing', column: 'date de paiement' },
        { code: 'column-missing', column: 'référence' },
      ],
    })
    expect('columns' in slipColumns(['Nom', 'Prénom', ...AMOUNTS])).toBe(true)
    expect('columns' in slipColumns(['Salarié', ...AMOUNTS])).toBe(true)
  })

  it('are refused when two say the same thing', () => {
    expect(slipColumns(['Référence', 'Matricule', ...AMOUNTS])).toEqual({
      faults: [{ code: 'column-duplicate', column: 'Matricule' }],
    })
  })

  it('tell a heading from a title', () => {
    expect(knownColumns(['État de paie', 'juillet 2026'])).toBe(0)
    expect(knownColumns(AMOUNTS)).toBe(5)
  })
})
