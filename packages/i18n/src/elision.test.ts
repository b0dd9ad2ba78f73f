import { expect, it } from 'vitest'
import { describeLine } from './account-lines.ts'
import { elided } from './elision.ts'
import { formatMonth } from './format.ts'
import { translate } from './t.ts'

it('a month that begins with a vowel takes the apostrophe, wherever it is put in a sentence', () => {
  const read = (month: string) =>
    elided(`Le mois de ${formatMonth(month, 'fr')} plutôt que ${formatMonth(month, 'fr')}`)
  for (const month of ['2026-04', '2026-08', '2026-10']) {
    const name = formatMonth(month, 'fr')
    expect(read(month)).toBe(`Le mois d’${name} plutôt qu’${name}`)
  }
  expect(read('2026-12')).toBe('Le mois de décembre 2026 plutôt que décembre 2026')
  expect(elided('De août 2026 à mai 2027, monde octobre 2026')).toBe(
    'D’août 2026 à mai 2027, monde octobre 2026',
  )
})

it('the sentences of the product go through it', () => {
  const month = formatMonth('2026-10', 'fr')
  expect(translate({ of: 'Paie de {month}' }, 'fr', 'of', { month })).toBe('Paie d’octobre 2026')
  const { why } = describeLine('fr', {
    labelKey: 'ledger.line.gross-pay',
    labelParams: { month: '2026-10', paidOn: '2026-10-31', costCents: '100' },
    explanationKey: 'ledger.explain.gross-pay',
  })
  expect(why).toContain('Le salaire brut d’octobre 2026')
})
