import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  cents,
  centsFromString,
  maxCents,
  minCents,
  negate,
  subtract,
  sumCents,
  ZERO,
} from './cents.ts'

describe('cents', () => {
  it('reads the wire form and nothing else', () => {
    expect(centsFromString('123456')).toBe(123_456n)
    expect(centsFromString('-5')).toBe(-5n)
    for (const text of ['', '1.5', '1e3', ' 1', '0x1', '+1', '1n']) {
      expect(() => centsFromString(text), text).toThrow()
    }
  })

  it('refuses what a PostgreSQL bigint could not store', () => {
    expect(() => cents(2n ** 63n)).toThrow()
    expect(cents(2n ** 63n - 1n)).toBe(9_223_372_036_854_775_807n)
  })

  it('adds, subtracts, compares', () => {
    expect(add(cents(1n), cents(2n), cents(-4n))).toBe(-1n)
    expect(add()).toBe(ZERO)
    expect(subtract(cents(1n), cents(3n))).toBe(-2n)
    expect(maxCents(cents(1n), cents(3n))).toBe(3n)
    expect(minCents(cents(1n), cents(3n))).toBe(1n)
    expect(negate(ZERO)).toBe(0n)
  })

  it('survives the wire for any amount, and sums are exact', () => {
    const amount = fc.bigInt(-(10n ** 15n), 10n ** 15n).map(cents)
    fc.assert(fc.property(amount, (value) => centsFromString(String(value)) === value))
    fc.assert(
      fc.property(fc.array(amount), (list) => {
        expect(sumCents([...list, ...list.map(negate)])).toBe(ZERO)
      }),
    )
  })
})
