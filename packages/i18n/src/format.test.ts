import { describe, expect, it } from 'vitest'
import {
  formatCents,
  formatDate,
  formatDecimal,
  formatForeign,
  formatInstant,
  formatLabelled,
  formatMinutes,
  formatMonth,
  formatRateBp,
} from './format.ts'

// Escapes, not typed spaces: an editor shows U+0020, U+00A0 and U+202F alike.
const FINE = '\u202f'
const NB = '\u00a0'
const MINUS = '\u2212'

describe('amounts', () => {
  it('groups thousands with U+202F and puts U+00A0 before the euro sign', () => {
    expect(formatCents(123_450n, 'fr')).toBe(`1${FINE}234,50${NB}€`)
    expect(formatCents(0n, 'fr')).toBe(`0,00${NB}€`)
    expect(formatCents(5n, 'fr')).toBe(`0,05${NB}€`)
    expect(formatCents(123_450n, 'en')).toBe('€1,234.50')
  })

  it('stays exact beyond what a floating-point number holds', () => {
    expect(formatCents(9_007_199_254_740_993_110n, 'fr')).toBe(
      `${['90', '071', '992', '547', '409', '931,10'].join(FINE)}${NB}€`,
    )
  })

  it('writes a real minus sign', () => {
    expect(formatCents(-123_450n, 'fr')).toBe(`${MINUS}1${FINE}234,50${NB}€`)
    expect(formatCents(-5n, 'en')).toBe(`${MINUS}€0.05`)
  })

  it('takes the number of decimals from the currency', () => {
    expect(formatForeign(655_957n, 'XOF', 'fr')).toBe(`655${FINE}957${NB}F${FINE}CFA`)
    expect(formatForeign(655_957n, 'XAF', 'fr')).toBe(`655${FINE}957${NB}FCFA`)
    expect(formatForeign(655_957n, 'XOF', 'en')).toBe(`F${FINE}CFA${NB}655,957`)
    expect(formatForeign(100_000n, 'MAD', 'fr')).toBe(`1${FINE}000,00${NB}MAD`)
    expect(formatForeign(1_000_500n, 'TND', 'fr')).toBe(`1${FINE}000,500${NB}TND`)
  })

  it('prints a rate with every digit it was given', () => {
    expect(formatDecimal('655.957', 'fr')).toBe('655,957')
    expect(formatDecimal('491.96775', 'en')).toBe('491.96775')
    expect(() => formatDecimal('1e3', 'fr')).toThrow(RangeError)
  })

  it('prints basis points as a percentage', () => {
    expect(formatRateBp(1_350n, 'fr')).toBe(`13,5${NB}%`)
    expect(formatRateBp(1_000n, 'fr')).toBe(`10${NB}%`)
    expect(formatRateBp(1_225n, 'en')).toBe('12.25%')
  })
})

describe('dates', () => {
  it('says "1er" in French, and only for the first', () => {
    expect(formatDate('2026-11-01', 'fr', 'long')).toBe('1er novembre 2026')
    expect(formatDate('2026-11-11', 'fr', 'long')).toBe('11 novembre 2026')
    expect(formatDate('2026-11-01', 'fr', 'weekday')).toBe('dimanche 1er novembre 2026')
    expect(formatDate('2026-11-01', 'fr', 'short')).toBe('01/11/2026')
    expect(formatDate('2026-11-01', 'en', 'long')).toBe('1 November 2026')
    expect(formatDate('2026-11-01', 'en', 'weekday')).toBe('Sunday, 1 November 2026')
  })

  it('prints a month', () => {
    expect(formatMonth('2026-10', 'fr')).toBe('octobre 2026')
    expect(formatMonth('2026-10', 'en')).toBe('October 2026')
  })

  it('prints a moment on the clock of Paris, winter and summer', () => {
    expect(formatInstant('2026-10-31T23:30:00Z', 'fr', 'Europe/Paris')).toBe(
      '1er novembre 2026 à 00:30',
    )
    expect(formatInstant('2026-07-14T10:05:00Z', 'fr', 'Europe/Paris')).toBe(
      '14 juillet 2026 à 12:05',
    )
    expect(formatInstant('2026-10-31T20:30:00Z', 'fr', 'Indian/Reunion')).toBe(
      '1er novembre 2026 à 00:30',
    )
    expect(formatInstant('2026-07-14T10:05:00Z', 'en', 'Europe/Paris')).toBe(
      '14 July 2026 at 12:05',
    )
  })

  it('refuses what is not a date', () => {
    expect(() => formatDate('2026-13-01', 'fr', 'long')).toThrow(RangeError)
    expect(() => formatInstant('yesterday', 'fr', 'Europe/Paris')).toThrow(RangeError)
  })
})

describe('lengths of time', () => {
  it('prints hours and minutes, never a decimal', () => {
    expect(formatMinutes(90, 'fr')).toBe(`1${NB}h${NB}30`)
    expect(formatMinutes(65, 'fr')).toBe(`1${NB}h${NB}05`)
    expect(formatMinutes(60, 'fr')).toBe(`1${NB}h`)
    expect(formatMinutes(30, 'fr')).toBe(`30${NB}min`)
    expect(formatMinutes(0, 'fr')).toBe(`0${NB}min`)
    expect(formatMinutes(90, 'en')).toBe(`1${NB}h${NB}30${NB}min`)
  })

  it('refuses fractions and negative lengths', () => {
    expect(() => formatMinutes(1.5, 'fr')).toThrow(RangeError)
    expect(() => formatMinutes(-1, 'fr')).toThrow(RangeError)
  })
})

it('puts a colon as each language does, and none before nothing', () => {
  expect(formatLabelled('Autre', 'taxi', 'fr')).toBe('Autre\u00a0: taxi')
  expect(formatLabelled('Other', 'taxi', 'en')).toBe('Other: taxi')
  expect(formatLabelled('Autre', '', 'fr')).toBe('Autre')
})
