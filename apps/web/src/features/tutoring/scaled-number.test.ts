import { describe, expect, it } from 'vitest'
import { scaled, unscaled } from './scaled-number.ts'

describe('numbers with decimals', () => {
  it('are read and written with a comma', () => {
    expect(scaled('1,5', 3)).toBe('1500')
    expect(scaled('12.31', 2)).toBe('1231')
    expect(scaled('3', 3)).toBe('3000')
    expect(unscaled('1500', 3)).toBe('1,5')
    expect(unscaled('3000', 3)).toBe('3')
    expect(unscaled('5', 2)).toBe('0,05')
    expect(unscaled(null, 2)).toBe('')
  })

  it('are refused with too many decimals, a sign or words', () => {
    for (const text of ['1,2345', '-1', 'trois', '']) expect(scaled(text, 3)).toBeNull()
  })
})
