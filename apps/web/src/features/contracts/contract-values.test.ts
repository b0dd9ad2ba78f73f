import { describe, expect, it } from 'vitest'
import { emptyMeans, termsOf, termsValues } from './contract-values.ts'
import type { Terms } from './queries.ts'

const TERMS: Terms = {
  programme: { objectives: ['Trouver des clients'], steps: ['Marché', 'Bilan'] },
  extraCommitments: { coopBefore: [], personBefore: ['Prévenir'], coopAfter: [], personAfter: [] },
  activityStartsOn: '2026-12-01',
  means: [{ name: 'Bureau', amount: '2 jours', conditions: '' }],
  thirdParties: { nature: 'achats', maximumCents: '123450', finalBearer: 'cooperative' },
  declarationDueDay: 7,
  noticeDays: 15,
  monthlyPayBeforeCents: null,
  isFullTimeEmployee: false,
}

const blank = { schemeId: 's', startsOn: '', endsOn: '', gapReason: '' }

describe('the texts of the contract form', () => {
  it('give back the terms they came from', () => {
    const values = { ...blank, ...termsValues(TERMS, 5, 'fr'), fullTime: 'no' as const }
    expect(termsOf(values, 'fr')).toEqual(TERMS)
  })

  it('start with the usual day and notice, and one blank means', () => {
    const values = termsValues(null, 5, 'fr')
    expect([values.dueDay, values.noticeDays, values.means.length]).toEqual(['5', '30', 1])
    expect(values.fullTime).toBe('')
  })

  it('leave out blank lines and blank means, and read amounts as people write them', () => {
    const values = {
      ...blank,
      ...termsValues(null, 5, 'fr'),
      objectives: '  Vendre \n\n',
      means: [emptyMeans(), { ...emptyMeans(), name: ' Atelier ' }],
      maximum: '1 250,5',
    }
    const terms = termsOf(values, 'fr')
    expect(terms.programme.objectives).toEqual(['Vendre'])
    expect(terms.means).toEqual([{ name: 'Atelier', amount: '', conditions: '' }])
    expect(terms.thirdParties.maximumCents).toBe('125050')
  })
})
