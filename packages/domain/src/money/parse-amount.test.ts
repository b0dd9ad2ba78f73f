import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CurrencyCode } from './currency.ts'
import { parseAmount } from './parse-amount.ts'

const NBSP = '\u00a0'
const NNBSP = '\u202f'

const READ: [text: string, currency: CurrencyCode, minorUnits: bigint][] = [
  ['1250', 'EUR', 125_000n],
  ['0', 'EUR', 0n],
  ['0,05', 'EUR', 5n],
  ['1 250,50', 'EUR', 125_050n],
  ['1250.50', 'EUR', 125_050n],
  ['1250,5', 'EUR', 125_050n],
  ['1.250,50 €', 'EUR', 125_050n],
  ['1,250.50', 'EUR', 125_050n],
  ['1 234 567,89', 'EUR', 123_456_789n],
  ['1.234.567,89', 'EUR', 123_456_789n],
  ['1,234,567.89', 'EUR', 123_456_789n],
  ["1'250.50", 'EUR', 125_050n],
  ['1’250,50', 'EUR', 125_050n],
  [`1${NBSP}250,50${NBSP}€`, 'EUR', 125_050n],
  [`1${NNBSP}250,50${NBSP}€`, 'EUR', 125_050n],
  ['€ 12.30', 'EUR', 1_230n],
  ['€12,3', 'EUR', 1_230n],
  ['12,50€', 'EUR', 1_250n],
  ['12€50', 'EUR', 1_250n],
  ['12 € 50', 'EUR', 1_250n],
  ['12 euros 50', 'EUR', 1_250n],
  ['12 e', 'EUR', 1_200n],
  ['12,50.', 'EUR', 1_250n],
  ['25 mille', 'XOF', 25_000n],
  ['25mille F CFA', 'XOF', 25_000n],
  ['12,50 EUR', 'EUR', 1_250n],
  ['EUR 12,50', 'EUR', 1_250n],
  ['12 euros', 'EUR', 1_200n],
  ['-12,50', 'EUR', -1_250n],
  ['- 12,50 €', 'EUR', -1_250n],
  ['\u2212 12,50', 'EUR', -1_250n],
  ['€ -12,50', 'EUR', -1_250n],
  ['12,50-', 'EUR', -1_250n],
  ['(12,50 €)', 'EUR', -1_250n],
  ['+12,50', 'EUR', 1_250n],
  ['  12,50  ', 'EUR', 1_250n],
  [',50', 'EUR', 50n],
  ['.5', 'EUR', 50n],
  ['12,', 'EUR', 1_200n],
  ['150.-', 'EUR', 15_000n],
  ['0,500', 'EUR', 50n],
  ['12,5000', 'EUR', 1_250n],
  ['1.004.000', 'EUR', 100_400_000n],
  ['١٢٥٠٫٥٠', 'EUR', 125_050n],
  ['۱۲۵۰', 'EUR', 125_000n],
  ['߁߂߅߀', 'EUR', 125_000n],
  ['\u200f1250\u200e', 'EUR', 125_000n],
  ['150 000 F CFA', 'XOF', 150_000n],
  ['150 000 FCFA', 'XOF', 150_000n],
  ['150000F', 'XOF', 150_000n],
  ['150.000', 'XOF', 150_000n],
  ['150,000', 'XAF', 150_000n],
  ['1.004.000', 'GNF', 1_004_000n],
  ['150000,00', 'XOF', 150_000n],
  ['XOF 133 500', 'XOF', 133_500n],
  ['150.000 F.CFA', 'XAF', 150_000n],
  ['251.000', 'KMF', 251_000n],
  ['724,00', 'MRU', 72_400n],
  ['$1,083.50', 'USD', 108_350n],
  ['£20', 'GBP', 2_000n],
  ['12,345', 'TND', 12_345n],
]

const REFUSED: [text: string, currency: CurrencyCode, code: string][] = [
  ['', 'EUR', 'amount-empty'],
  ['   ', 'EUR', 'amount-empty'],
  ['€', 'EUR', 'amount-empty'],
  ['abc', 'EUR', 'amount-characters'],
  ['12a50', 'EUR', 'amount-characters'],
  ['12 50', 'EUR', 'amount-characters'],
  ['1,2,3', 'EUR', 'amount-characters'],
  ['1.25.000', 'EUR', 'amount-characters'],
  ['--12', 'EUR', 'amount-characters'],
  ['-12-', 'EUR', 'amount-characters'],
  ['(12', 'EUR', 'amount-characters'],
  ['1e5', 'EUR', 'amount-characters'],
  ['0x10', 'EUR', 'amount-characters'],
  ['12 $', 'EUR', 'amount-characters'],
  ['12 €', 'XOF', 'amount-characters'],
  ['=SOMME(A1)', 'EUR', 'amount-characters'],
  ['12+30', 'EUR', 'amount-characters'],
  ['12e30', 'EUR', 'amount-characters'],
  ['25 mille 500', 'XOF', 'amount-characters'],
  ['25 millet', 'XOF', 'amount-characters'],
  ['2,5 mille', 'EUR', 'amount-characters'],
  ['12,345,6', 'EUR', 'amount-characters'],
  ['0,255', 'EUR', 'amount-decimals'],
  ['1250,505', 'EUR', 'amount-decimals'],
  ['1250,000', 'EUR', 'amount-decimals'],
  ['1 250,505', 'EUR', 'amount-decimals'],
  ['150000,50', 'XOF', 'amount-decimals'],
  ['1500,000', 'XOF', 'amount-decimals'],
  ['99999999999999999', 'EUR', 'amount-too-large'],
  ['9'.repeat(200), 'EUR', 'amount-too-large'],
]

describe('parseAmount', () => {
  it.each(READ)('reads %j in %s', (text, currency, minorUnits) => {
    expect(parseAmount(text, currency)).toEqual({ kind: 'ok', minorUnits })
  })

  it.each(REFUSED)('refuses %j in %s: %s', (text, currency, code) => {
    expect(parseAmount(text, currency)).toEqual({ kind: 'error', code })
  })

  it('asks about three digits after a lone separator in euros', () => {
    const readings = [125n, 125_000n]
    expect(parseAmount('1.250', 'EUR')).toEqual({ kind: 'ambiguous', readings })
    expect(parseAmount('1,250 €', 'EUR')).toEqual({ kind: 'ambiguous', readings })
    expect(parseAmount('1.250.', 'EUR')).toEqual({ kind: 'ambiguous', readings })
    expect(parseAmount('-1.250', 'EUR')).toEqual({
      kind: 'ambiguous',
      readings: [-125n, -125_000n],
    })
    expect(parseAmount('1.255', 'EUR')).toEqual({ kind: 'ambiguous', readings: [126n, 125_500n] })
  })

  it('reads the separator as decimal when told to, still without rounding', () => {
    const decimal = { ambiguity: 'decimal' } as const
    expect(parseAmount('1.250', 'EUR', decimal)).toEqual({ kind: 'ok', minorUnits: 125n })
    expect(parseAmount('1.255', 'EUR', decimal)).toEqual({ kind: 'error', code: 'amount-decimals' })
    expect(parseAmount('150.000', 'XOF', decimal)).toEqual({ kind: 'ok', minorUnits: 150_000n })
  })

  it('reads back every amount that French formatting writes', () => {
    const format = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' })
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 14n), 10n ** 14n), (minorUnits) => {
        const absolute = minorUnits < 0n ? -minorUnits : minorUnits
        const digits = String(absolute).padStart(3, '0')
        const decimal = `${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`
        const text = (minorUnits < 0n ? '-' : '') + format.format(decimal)
        expect(parseAmount(text, 'EUR')).toEqual({ kind: 'ok', minorUnits })
      }),
    )
  })

  it('answers any text without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(['ok', 'ambiguous', 'error']).toContain(parseAmount(text, 'EUR').kind)
      }),
    )
  })
})
