import { describe, expect, it } from 'vitest'
import {
  isFinerThanRate,
  isThousandsOrDecimals,
  parseRateBp,
  parseUnitsPerEuro,
} from './parse-rate.ts'

describe('parseRateBp', () => {
  it('reads percentages the way people write them', () => {
    expect(['20', '5,5', '13.5 %', '60\u202f%', '0', '100 %', '2,10'].map(parseRateBp)).toEqual([
      2_000n,
      550n,
      1_350n,
      6_000n,
      0n,
      10_000n,
      210n,
    ])
  })

  it('refuses what it would have to round or guess', () => {
    for (const text of ['', '5,555', '-5', '101', 'vingt', '5,', '1e1']) {
      expect(parseRateBp(text), text).toBeNull()
    }
  })

  it('knows what is refused for its decimals alone', () => {
    expect(['13,333 %', '5.5550', '13,33 %', 'vingt', '1e100', '5,'].map(isFinerThanRate)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })
})

describe('parseUnitsPerEuro', () => {
  it('keeps every digit', () => {
    expect(
      ['9874,50', '655.957', '9 874,5', '9.874,50', '1,0835', '46'].map(parseUnitsPerEuro),
    ).toEqual(['9874.50', '655.957', '9874.5', '9874.50', '1.0835', '46'])
  })

  it('refuses zero, signs and words', () => {
    for (const text of ['', '0', '0,000', '-1', 'taux', '1,2,3', '1.2.3']) {
      expect(parseUnitsPerEuro(text), text).toBeNull()
    }
  })
})

describe('isThousandsOrDecimals', () => {
  it.each([
    ['9.874', 'GNF', true],
    ['5,123', 'MGA', true],
    ['9874', 'GNF', false],
    ['9.874,50', 'GNF', false],
    ['1.083', 'USD', false],
    ['655.957', 'XOF', false],
  ] as const)('%s %s', (text, currency, is) => {
    expect(isThousandsOrDecimals(text, currency)).toBe(is)
  })
})
