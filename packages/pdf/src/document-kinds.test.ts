import { type Cents, cents } from '@terreau/domain/money/cents'
import { CURRENCIES, currencyDecimals } from '@terreau/domain/money/currency'
import { localDate } from '@terreau/domain/time/local-date'
import { yearMonth } from '@terreau/domain/time/year-month'
import { describe, expect, it, vi } from 'vitest'
import { CREATED_AT, SAMPLES } from '../test/given.ts'
import { capeContractFacts } from '../test/given-cape-contract.ts'
import {
  incomeFacts,
  incomeMonth,
  mixedTutoringFacts,
  tutoringFacts,
} from '../test/given-certificates.ts'
import { statementFacts } from '../test/given-month.ts'
import { runPdfTool } from '../test/pdf-tools.ts'
import { documentModel } from './document-kinds.ts'
import {
  namedHours,
  type TutoringCertificateFacts,
} from './documents/tutoring-certificate/model.ts'
import { renderPdf } from './render.ts'

// Each check starts a public tool, which a loaded machine may keep waiting.
vi.setConfig({ testTimeout: 30_000 })

describe('models', () => {
  it.each(SAMPLES)('$name is plain data, fit for an archive and a worker', (sample) => {
    const model = documentModel(sample.kind, sample.facts as never, 'fr')
    expect(JSON.parse(JSON.stringify(model))).toEqual(model)
  })

  it('refuses a month that does not add up', () => {
    const facts = { ...incomeFacts, months: [incomeMonth({ resultCents: cents(147_974n) })] }
    expect(() => documentModel('monthly-income-certificate', facts, 'fr')).toThrow('add up')
  })

  it('refuses a statement that does not add up', () => {
    const facts = { ...statementFacts, closingCents: cents(1n) }
    expect(() => documentModel('account-statement', facts, 'fr')).toThrow('add up')
  })

  it('refuses more confirmed than noted hours, and more approved than confirmed ones', () => {
    const month = { month: yearMonth('2026-10'), sessions: 1, notedMinutes: 30 }
    for (const wrong of [
      { ...month, confirmedMinutes: 60, approvedMinutes: 0 },
      { ...month, confirmedMinutes: 15, approvedMinutes: 30 },
    ]) {
      const [part] = tutoringFacts.parts
      const parts = part === undefined ? [] : [{ ...part, months: [wrong] }]
      const facts = { ...tutoringFacts, parts }
      expect(() => documentModel('tutoring-certificate', facts, 'fr')).toThrow('approved minutes')
    }
  })

  it('names the hours of two kinds side by side, never as one figure', () => {
    const { parts } = mixedTutoringFacts
    expect(namedHours(parts, 'fr').replaceAll('\u00a0', ' ')).toBe(
      '10 h 35 (bénévolat), 2 h (mission payée), 30 min (non précisé)',
    )
    expect(namedHours(parts.slice(0, 1), 'en').replaceAll('\u00a0', ' ')).toBe('10 h 35 min')
  })

  it('says that hours are given freely when all of them are', () => {
    const statementOf = (facts: TutoringCertificateFacts) =>
      documentModel('tutoring-certificate', facts, 'fr').statement
    const [, paid] = mixedTutoringFacts.parts
    expect(statementOf(tutoringFacts)).toContain('est bénévole')
    expect(statementOf(mixedTutoringFacts)).not.toContain('est bénévole')
    const paidAlone = { ...mixedTutoringFacts, parts: paid === undefined ? [] : [paid] }
    expect(statementOf(paidAlone)).toContain('est une mission payée')
  })

  it('refuses a CAPE without programme or means (R127-1)', () => {
    const programme = { objectives: [], steps: ['un bilan'] }
    const withoutAim = { ...capeContractFacts, programme }
    expect(() => documentModel('cape-contract', withoutAim, 'fr')).toThrow('R127-1, 1°')
    const withoutMeans = { ...capeContractFacts, means: [] }
    expect(() => documentModel('cape-contract', withoutMeans, 'fr')).toThrow('R127-1, 2°')
  })
})

describe('long documents', () => {
  it('repeat the header of a table and never print a total alone', async () => {
    const amount: Cents = cents(1_000n)
    const lines = Array.from({ length: 60 }, (_, index) => ({
      on: localDate('2026-10-12'),
      label: `Vente numéro ${index + 1}`,
      explanation: 'Une vente payée comptant au marché.',
      amountCents: amount,
    }))
    const facts = { ...statementFacts, lines, closingCents: cents(55_800n) }
    const model = documentModel('account-statement', facts, 'fr')
    const pdf = await renderPdf('account-statement', model, { createdAt: CREATED_AT })
    const pages = runPdfTool('pdftotext', ['-layout', '{file}', '-'], pdf).split('\f').slice(0, -1)
    expect(pages.length).toBeGreaterThan(2)
    for (const [index, page] of pages.entries()) {
      expect(page).toMatch(/Date +Mouvement +Montant +Solde/)
      expect(page).toContain(`page ${index + 1} / ${pages.length}`)
    }
    expect(pages.at(-1)).toMatch(/Vente numéro 60[\s\S]*Mouvement du mois et solde/)
  })
})

describe('currencies', () => {
  it.each(CURRENCIES)('%s is stored and printed with the same decimals', (currency) => {
    const format = new Intl.NumberFormat('fr-FR', { style: 'currency', currency })
    expect(format.resolvedOptions().maximumFractionDigits).toBe(currencyDecimals(currency))
  })
})
