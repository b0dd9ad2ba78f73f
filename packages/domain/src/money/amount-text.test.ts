import { describe, expect, it } from 'vitest'
import { readAmountText } from './amount-text.ts'

describe('readAmountText', () => {
  it('cuts a text into its sign and its number', () => {
    expect(readAmountText('- 1 250,50 €', 'EUR')).toEqual({ isNegative: true, number: '1 250,50' })
    expect(readAmountText('F CFA 150.000', 'XOF')).toEqual({
      isNegative: false,
      number: '150.000',
    })
  })

  it('does not take the dash of a round Swiss price for a minus', () => {
    expect(readAmountText('150.–', 'CHF')).toEqual({ isNegative: false, number: '150' })
    expect(readAmountText('150-', 'CHF')).toEqual({ isNegative: true, number: '150' })
  })

  it('refuses the name of another currency and two signs', () => {
    expect(readAmountText('12 $', 'EUR')).toBe('amount-characters')
    expect(readAmountText('-(12)', 'EUR')).toBe('amount-characters')
    expect(readAmountText('-', 'EUR')).toBe('amount-empty')
  })
})
