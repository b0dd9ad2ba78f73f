import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatShortCode,
  isValidShortCode,
  newShortCode,
  normaliseShortCode,
  SHORT_CODE_ALPHABET,
  signsOutside,
} from './short-code.ts'

const codes = fc.uint8Array({ minLength: 16, maxLength: 32 }).map(newShortCode)
const letters = fc.constantFrom(...SHORT_CODE_ALPHABET)
const positions = fc.integer({ min: 0, max: 9 })

const replaceAt = (code: string, index: number, letter: string) =>
  code.slice(0, index) + letter + code.slice(index + 1)

describe('short codes', () => {
  it('have ten characters without any that looks like another', () => {
    expect(SHORT_CODE_ALPHABET).toHaveLength(29)
    expect(SHORT_CODE_ALPHABET).not.toMatch(/[01OILSU]/)
    fc.assert(
      fc.property(codes, (code) => {
        expect(code).toHaveLength(10)
        expect(isValidShortCode(code)).toBe(true)
      }),
    )
  })

  it('come from the bytes alone', () => {
    expect(newShortCode(new Uint8Array(16))).toBe('2222222222')
    expect(newShortCode(new Uint8Array(16).fill(255))).not.toBe('2222222222')
    expect(() => newShortCode(new Uint8Array(15))).toThrow()
  })

  it('detect every wrong character', () => {
    fc.assert(
      fc.property(codes, positions, letters, (code, index, letter) => {
        const typed = replaceAt(code, index, letter)
        expect(isValidShortCode(typed)).toBe(typed === code)
      }),
    )
  })

  it('detect every pair of swapped characters', () => {
    fc.assert(
      fc.property(codes, positions, positions, (code, left, right) => {
        const swapped = replaceAt(
          replaceAt(code, left, code.charAt(right)),
          right,
          code.charAt(left),
        )
        expect(isValidShortCode(swapped)).toBe(swapped === code)
      }),
    )
  })

  it('are read with dashes, spaces, small letters and look-alikes', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const typed = formatShortCode(code).toLowerCase().replaceAll('5', 's').replaceAll('v', 'u')
        expect(normaliseShortCode(` ${typed} `)).toBe(code)
      }),
    )
    expect(signsOutside('k7om2-xtpo1')).toEqual(['O', '1'])
    expect(signsOutside(formatShortCode('K7QM2XTP9A'))).toEqual([])
    expect(signsOutside('Oui')).toEqual([])
    expect(isValidShortCode('')).toBe(false)
    expect(isValidShortCode('AAAAA-AAAA0')).toBe(false)
  })
})
