import { describe, expect, it } from 'vitest'
import { attestationNumber, parseAttestationNumber } from './number.ts'

describe('attestationNumber', () => {
  it('is one sequence per year', () => {
    expect(attestationNumber(2026, 123)).toBe('ATT-2026-000123')
    expect(attestationNumber(2027, 999_999)).toBe('ATT-2027-999999')
  })

  it('starts at one and stays within six digits', () => {
    for (const n of [0, -1, 1.5, 1_000_000]) expect(() => attestationNumber(2026, n)).toThrow()
    expect(() => attestationNumber(26, 1)).toThrow()
  })

  it('is read back as people type it', () => {
    expect(parseAttestationNumber(' att-2026-123 ')).toEqual({ year: 2026, n: 123 })
    expect(parseAttestationNumber('ATT 2026 000123')).toEqual({ year: 2026, n: 123 })
    expect(parseAttestationNumber('ATT-2026-0')).toBeNull()
    expect(parseAttestationNumber('FAC-2026-000123')).toBeNull()
  })
})
