import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import {
  CURRENCIES,
  type CurrencyCode,
  convertToEuroHalfUp,
  currencyDecimals,
  fixedUnitsPerEuro,
  isCurrencyCode,
  isUnitsPerEuro,
} from './currency.ts'

const EXAMPLES: [minorUnits: bigint, currency: CurrencyCode, unitsPerEuro: string, eur: bigint][] =
  [
    [655_957n, 'XOF', '655.957', 100_000n],
    [1_000_000n, 'XOF', '655.957', 152_449n],
    [750_000n, 'XAF', '655.957', 114_337n],
    [1_500_000n, 'KMF', '491.96775', 304_898n],
    [250_000n, 'KMF', '491.96775', 50_816n],
    [100_000_000n, 'XOF', '655.957', 15_244_902n],
    [-1_000_000n, 'XOF', '655.957', -152_449n],
    [755_500n, 'GNF', '9874.50', 7_651n],
    [72_400n, 'MRU', '46.12', 1_570n],
    [241_000n, 'USD', '1.0835', 222_427n],
    [12_345n, 'EUR', '1', 12_345n],
  ]

describe('convertToEuroHalfUp', () => {
  it.each(EXAMPLES)('%s minor units of %s at %s', (minorUnits, currency, unitsPerEuro, eur) => {
    expect(convertToEuroHalfUp({ minorUnits, currency, unitsPerEuro })).toBe(eur)
  })

  it('divides by the peg: a rounded inverse would be two cents off on 100 000 000 F CFA', () => {
    const byInverse = (100_000_000n * 100n * 152_449n) / 100_000_000n
    const exact = convertToEuroHalfUp({
      minorUnits: 100_000_000n,
      currency: 'XOF',
      unitsPerEuro: '655.957',
    })
    expect(byInverse - exact).toBe(-2n)
  })

  it('leaves euros as they are and keeps order', () => {
    const amount = fc.bigInt(-(10n ** 12n), 10n ** 12n)
    const toEuro = (minorUnits: bigint, currency: CurrencyCode, unitsPerEuro: string) =>
      convertToEuroHalfUp({ minorUnits, currency, unitsPerEuro })
    fc.assert(fc.property(amount, (minorUnits) => toEuro(minorUnits, 'EUR', '1') === minorUnits))
    fc.assert(
      fc.property(amount, amount, (left, right) => {
        const isOrdered = toEuro(left, 'XOF', '655.957') <= toEuro(right, 'XOF', '655.957')
        expect(left > right || isOrdered).toBe(true)
      }),
    )
  })

  it('refuses a rate that is not an exact positive decimal', () => {
    for (const rate of ['', '0', '0.000', '-1', '1,5', '1e3', '1.', 'NaN']) {
      expect(isUnitsPerEuro(rate), rate).toBe(false)
      expect(() =>
        convertToEuroHalfUp({ minorUnits: 1n, currency: 'USD', unitsPerEuro: rate }),
      ).toThrow()
    }
  })
})

describe('currencies', () => {
  it('have the decimals that formatting shows', () => {
    for (const currency of CURRENCIES) {
      const format = new Intl.NumberFormat('fr-FR', { style: 'currency', currency })
      expect(currencyDecimals(currency), currency).toBe(
        format.resolvedOptions().maximumFractionDigits,
      )
    }
  })

  it('keep their fixed parities, and only theirs', () => {
    const on = localDate('2026-10-31')
    expect(fixedUnitsPerEuro('XOF', on)).toBe('655.957')
    expect(fixedUnitsPerEuro('XAF', on)).toBe('655.957')
    expect(fixedUnitsPerEuro('KMF', on)).toBe('491.96775')
    expect(fixedUnitsPerEuro('EUR', on)).toBe('1')
    expect(fixedUnitsPerEuro('GNF', on)).toBeNull()
    expect(() => fixedUnitsPerEuro('XOF', localDate('1998-12-31'))).toThrow()
  })

  it('are known by their exact code', () => {
    expect(isCurrencyCode('XOF')).toBe(true)
    expect(isCurrencyCode('xof')).toBe(false)
    expect(isCurrencyCode('constructor')).toBe(false)
  })
})
