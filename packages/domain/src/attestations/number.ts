import { assert } from '../assert.ts'

/**
 * Public number of an attestation: 'ATT-2026-000123'. One gapless sequence per cooperative and
 * year, taken in the transaction that stores the document; a revoked one keeps its number.
 * Throws unless `year` has four digits and `n` starts at 1.
 */
export function attestationNumber(year: number, n: number): string {
  assert(Number.isSafeInteger(year) && year >= 2000 && year <= 9999, 'a year has four digits')
  assert(Number.isSafeInteger(n) && n >= 1 && n <= 999_999, 'a number lies in 1..999999')
  return `ATT-${year}-${String(n).padStart(6, '0')}`
}

/** Reads a number back, tolerant of case, spaces and missing zeros; null when it is none. */
export function parseAttestationNumber(text: string): { year: number; n: number } | null {
  const match = /^ATT-?(\d{4})-?(\d{1,6})$/.exec(text.toUpperCase().replace(/\s/g, ''))
  if (!match) return null
  const [year, n] = [Number(match[1]), Number(match[2])]
  return year >= 2000 && n >= 1 ? { year, n } : null
}
