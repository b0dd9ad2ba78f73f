import { describe, expect, it } from 'vitest'
import { EMPTY_SCHEME, readScheme, valuesOfScheme } from './scheme-form.ts'

const typed = {
  ...EMPTY_SCHEME,
  code: 'AG-2026',
  decidedOn: '2026-05-29',
  decisionReference: 'AG du 29 mai 2026',
  tiers: [
    { id: '1', upTo: '10 000', rate: '13,5' },
    { id: '2', upTo: '', rate: '10 %' },
  ],
  monthlyFloorCents: '30',
  negativeBase: 'given_back' as const,
  exemptionCovers: 'minimum' as const,
  yearlyCapCents: '5000',
  appliesUntil: '2027-12',
}

describe('a scheme as it is typed', () => {
  it('becomes exact figures', () => {
    expect(readScheme(typed, 'fr')).toEqual({
      body: {
        code: 'AG-2026',
        decidedOn: '2026-05-29',
        decisionReference: 'AG du 29 mai 2026',
        base: 'revenue',
        period: 'month',
        tiers: [
          { upToCents: '1000000', rateBp: 1350 },
          { upToCents: null, rateBp: 1000 },
        ],
        monthlyFloorCents: '3000',
        fixedMonthlyCents: '0',
        exemptMonths: 0,
        exemptStatuses: [],
        deductedCosts: [],
        negativeBase: 'given_back',
        exemptionCovers: 'minimum',
        exemptBelowCents: '0',
        monthlyCapCents: null,
        yearlyCapCents: '500000',
        replaces: null,
        appliesUntil: '2027-12',
      },
    })
  })

  it('names every field that slipped', () => {
    const slipped = readScheme(
      {
        ...EMPTY_SCHEME,
        tiers: [
          { id: '1', upTo: '', rate: 'dix' },
          { id: '2', upTo: '', rate: '101' },
        ],
        exemptMonths: 'trois',
      },
      'fr',
    )
    expect(slipped).toEqual({
      slips: {
        code: 'missing',
        decidedOn: 'missing',
        decisionReference: 'missing',
        'tiers.0.rateBp': 'rate',
        'tiers.0.upToCents': 'amount',
        'tiers.1.rateBp': 'rate',
        exemptMonths: 'months',
      },
    })
  })

  it('wants the first month of a decision that replaces another', () => {
    const body = { ...typed, replaces: '6f2c1f0e-0000-4000-8000-000000000001' }
    expect(readScheme(body, 'fr')).toEqual({ slips: { 'replaces.fromMonth': 'month' } })
    expect(readScheme({ ...body, fromMonth: '2027-01' }, 'fr')).toMatchObject({
      body: { replaces: { schemeId: body.replaces, fromMonth: '2027-01' } },
    })
  })

  it.each(['fr', 'en'] as const)('comes back from a kept one as it was, in %s', (locale) => {
    const read = readScheme(typed, locale)
    if (!('body' in read)) throw new Error('the scheme is well typed')
    const { negativeBase = 'as_nil', exemptionCovers = 'everything' } = read.body
    const { exemptBelowCents = '0', monthlyCapCents = null, yearlyCapCents = null } = read.body
    const later = {
      negativeBase,
      exemptionCovers,
      exemptBelowCents,
      monthlyCapCents,
      yearlyCapCents,
    }
    const kept = {
      ...read.body,
      ...later,
      id: '',
      contractCount: 0,
      appliesUntil: null,
      replacedBy: null,
    }
    const { code, decidedOn, decisionReference, appliesUntil } = typed
    const named = { code, decidedOn, decisionReference, appliesUntil }
    const again = { ...valuesOfScheme(kept, locale), ...named }
    expect(readScheme(again, locale)).toEqual(read)
  })
})
