/**
 * A number as telephones dial it from anywhere: '+33612345678' for '06 12 34 56 78', '0033 6…' or '+33 6…'.
 * Without a country, ten digits that begin with 0 are French. Null when it cannot be said.
 */
export function internationalPhone(phone: string): string | null {
  const text = phone.replace(/[^\d+]/g, '').replace(/^00/, '+')
  if (/^\+[1-9]\d{6,14}$/.test(text)) return text
  return /^0[1-9]\d{8}$/.test(text) ? `+33${text.slice(1)}` : null
}
