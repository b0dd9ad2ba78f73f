import { describe, expect, it } from 'vitest'
import { lineExplanation, lineLabel } from './account-sentence.ts'
import { accountLines } from './fr/account-lines.ts'

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ')

const tier = {
  schemeCode: 'AG2026-TRANCHES',
  decidedOn: '2026-05-29',
  base: 'revenue',
  baseCents: '615000',
  rateBp: '1000',
  fromCents: '200000',
  toCents: '500000',
  effectCents: '-30000',
  month: '2026-10',
}

describe('lineExplanation', () => {
  it('names the rate, the slice, the scheme and the assembly of a contribution', () => {
    expect(plain(lineExplanation('fr', 'ledger.explain.contribution-tier', tier))).toBe(
      '10 % sur vos ventes, de 2 000,00 € à 5 000,00 € : 300,00 €. Règle AG2026-TRANCHES, votée par l’assemblée du 29 mai 2026.',
    )
  })

  it('tells the last slice as "above"', () => {
    const last = { ...tier, fromCents: '500000', toCents: '615000', rateBp: '800' }
    expect(plain(lineExplanation('fr', 'ledger.explain.contribution-tier', last))).toContain(
      'au-delà de 5 000,00 €',
    )
  })

  it('tells a single rate with its base', () => {
    const whole = { ...tier, fromCents: '0', toCents: '615000' }
    expect(plain(lineExplanation('en', 'ledger.explain.contribution-tier', whole))).toContain(
      '10% of your sales (€6,150.00)',
    )
  })

  it('refuses a sentence with a hole', () => {
    expect(() => lineExplanation('fr', 'ledger.explain.revenue', { month: '2026-10' })).toThrow()
  })

  it('names every line', () => {
    for (const name of Object.keys(accountLines.line)) {
      expect(lineLabel('en', `ledger.line.${name}`)).not.toBe('')
    }
  })
})
