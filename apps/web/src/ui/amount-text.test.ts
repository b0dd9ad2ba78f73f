import { describe, expect, it } from 'vitest'
import { amountAsTyped, amountText, readEuroCents } from './amount-text.ts'

const NARROW = '\u202f'

describe('amounts in fields', () => {
  it('tidies what can be read for sure', () => {
    expect(amountAsTyped('1250.5', 'EUR', 'fr')).toBe(`1${NARROW}250,50`)
    expect(amountAsTyped('150 000', 'XOF', 'fr')).toBe(`150${NARROW}000`)
    expect(amountAsTyped('1250.5', 'EUR', 'en')).toBe('1,250.50')
  })

  it('leaves what cannot be read as it was typed', () => {
    for (const text of ['', 'douze', '1.250', '1,2345']) {
      expect(amountAsTyped(text, 'EUR', 'fr')).toBe(text)
    }
  })

  it('reads its own writing back', () => {
    const written = amountText('123456', 'EUR', 'fr')
    expect(written).toBe(`1${NARROW}234,56`)
    expect(readEuroCents(written, 'fr')).toEqual({ cents: '123456' })
    expect(readEuroCents(amountText('-5', 'EUR', 'fr'), 'fr')).toEqual({ cents: '-5' })
  })

  it('asks about an amount that may be read in two ways', () => {
    const reading = readEuroCents('1.250', 'fr')
    expect(reading).toMatchObject({ code: 'amount-ambiguous' })
    expect(readEuroCents('', 'fr')).toMatchObject({ code: 'amount-empty' })
  })
})
