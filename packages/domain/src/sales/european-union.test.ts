import { describe, expect, it } from 'vitest'
import { localDate } from '../time/local-date.ts'
import { isInEuropeanUnion } from './european-union.ts'

describe('isInEuropeanUnion', () => {
  const today = localDate('2026-10-15')

  it('counts 27 members, the United Kingdom no longer among them', () => {
    expect(['DE', 'GR', 'HR', 'FR'].every((code) => isInEuropeanUnion(code, today))).toBe(true)
    expect(['CH', 'NO', 'SN', 'GB'].some((code) => isInEuropeanUnion(code, today))).toBe(false)
  })

  it('remembers when the United Kingdom left', () => {
    expect(isInEuropeanUnion('GB', localDate('2020-12-31'))).toBe(true)
    expect(isInEuropeanUnion('GB', localDate('2021-01-01'))).toBe(false)
  })
})
