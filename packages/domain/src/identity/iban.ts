/**
 * Reads an IBAN in any case, with or without spaces (ISO 13616): country, check digits, at most 30 signs,
 * modulo 97 equal to 1, and for France its 27 signs. Null when it is none.
 */
export function parseIban(text: string): string | null {
  const iban = text.replace(/[\s\u202f-]/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return null
  const length = LENGTHS[iban.slice(0, 2)]
  if (length !== undefined && iban.length !== length) return null
  const moved = iban.slice(4) + iban.slice(0, 4)
  const digits = moved.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55))
  return BigInt(digits) % 97n === 1n ? iban : null
}

/** Lengths of the countries that people here bank in; another country is checked by its key alone. */
const LENGTHS: Readonly<Record<string, number>> = {
  BE: 16,
  CH: 21,
  DE: 22,
  ES: 24,
  FR: 27,
  GB: 22,
  IT: 27,
  LT: 20,
  LU: 20,
  MC: 27,
  NL: 18,
  PT: 25,
}
