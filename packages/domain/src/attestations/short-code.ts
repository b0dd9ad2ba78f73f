import { assert } from '../assert.ts'
import { divideFloor } from '../money/rate.ts'

/**
 * Characters of a short code: none that is read for another one on paper or by telephone (no 0, O,
 * 1, I, L, S, U). There are 29 of them, a prime, so that the check character below finds every
 * wrong character and every pair of swapped ones.
 */
export const SHORT_CODE_ALPHABET = '23456789ABCDEFGHJKMNPQRTVWXYZ'

/** Length of a short code, its check character included. */
export const SHORT_CODE_LENGTH = 10

/**
 * A code that a person copies from paper: nine random characters (43 bits) and a check character.
 * Takes at least 16 random bytes from the caller, since the domain has no randomness of its own;
 * with so many, no character is likelier than another by more than one part in 2^80.
 */
export function newShortCode(randomBytes: Uint8Array): string {
  assert(randomBytes.length >= 16, 'a short code needs 16 random bytes')
  let value = 0n
  for (const byte of randomBytes) value = value * 256n + BigInt(byte)
  const places = Array.from({ length: SHORT_CODE_LENGTH - 1 }, (_, index) => 29n ** BigInt(index))
  const body = places.map((place) => characterAt(Number(divideFloor(value, place) % 29n))).join('')
  return body + checkCharacter(body)
}

/**
 * What a person typed, in the form that is stored: capitals, without spaces and dashes, with the
 * letters that do not exist in the alphabet read as the ones they look like (S is 5, U is V).
 */
export function normaliseShortCode(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/S/g, '5')
    .replace(/U/g, 'V')
}

/** Whether a text, normalised, is a well-formed code: it says nothing about its existence. */
export function isValidShortCode(text: string): boolean {
  const code = normaliseShortCode(text)
  if (code.length !== SHORT_CODE_LENGTH) return false
  if (![...code].every((character) => SHORT_CODE_ALPHABET.includes(character))) return false
  return checkCharacter(code.slice(0, -1)) === code.slice(-1)
}

/**
 * Signs of a typed code that no code has, each once, as they were typed: whoever reads `O` or `1` on a paper
 * misread another sign. Empty for a text of another length, which is no code at all.
 */
export function signsOutside(text: string): string[] {
  const signs = [...normaliseShortCode(text)]
  if (signs.length !== SHORT_CODE_LENGTH) return []
  return [...new Set(signs.filter((sign) => !SHORT_CODE_ALPHABET.includes(sign)))]
}

/** How many signs were typed where a code has another number of them; null when that many are right. */
export function wrongLengthOf(text: string): number | null {
  const { length } = [...normaliseShortCode(text)]
  return length === SHORT_CODE_LENGTH ? null : length
}

/** The code as printed: two groups of five, 'ABCDE-FGHJK'. */
export function formatShortCode(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`
}

function characterAt(index: number): string {
  return SHORT_CODE_ALPHABET.charAt(index)
}

/**
 * Makes the sum of position x value a multiple of 29. Positions are all different and none is a
 * multiple of 29, hence a wrong or swapped character always changes the sum.
 */
function checkCharacter(body: string): string {
  const sum = [...body].reduce(
    (total, character, index) => total + (index + 1) * SHORT_CODE_ALPHABET.indexOf(character),
    0,
  )
  const checkPosition = SHORT_CODE_LENGTH
  const check = Array.from({ length: 29 }, (_, value) => value).find(
    (value) => (sum + checkPosition * value) % 29 === 0,
  )
  assert(check !== undefined, 'ten is invertible modulo 29')
  return characterAt(check)
}
