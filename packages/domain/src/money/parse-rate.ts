import { type CurrencyCode, isUnitsPerEuro } from './currency.ts'
import { type RateBp, rateBp } from './rate.ts'

/**
 * Reads a percentage as people write it: `20`, `5,5`, `13.5 %`. At most two decimals, from 0 to 100 %.
 * Null when it is something else: a rate is never rounded.
 */
export function parseRateBp(text: string): RateBp | null {
  const plain = withoutSign(text)
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(plain)
  if (!match) return null
  const [, whole = '', decimals = ''] = match
  const basisPoints = BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0'))
  return basisPoints > 10_000n ? null : rateBp(basisPoints)
}

/** Whether a percentage is refused only because it has more than two decimals: `13,333 %`. */
export function isFinerThanRate(text: string): boolean {
  return /^\d{1,3}[.,]\d{3,}$/.test(withoutSign(text))
}

function withoutSign(text: string): string {
  return text.replace(/[\s\u00a0\u202f]+/g, '').replace(/%$/, '')
}

/** Currencies of which a euro buys thousands: "9.874" in one of them is hardly nine units and a bit. */
const IN_THOUSANDS: readonly CurrencyCode[] = [
  'GNF',
  'CDF',
  'MGA',
  'NGN',
  'RWF',
  'BIF',
  'UGX',
  'TZS',
  'AOA',
]

/** Whether the one separator of a rate may part thousands as well as decimals: `9.874` Guinean francs. */
export function isThousandsOrDecimals(text: string, currency: CurrencyCode): boolean {
  return IN_THOUSANDS.includes(currency) && /^\s*[1-9]\d{0,2}[.,]\d{3}\s*$/.test(text)
}

/**
 * Reads the units of a currency for one euro: `9874,50`, `655.957`, `9 874,5`. The text that comes back
 * is exact. Null when it is no positive number, or when thousands and decimals cannot be told apart.
 */
export function parseUnitsPerEuro(text: string): string | null {
  const plain = text.replace(/[\s\u00a0\u202f']+/g, '')
  const separators = plain.replace(/\d/g, '')
  const isPlain = /^\d+([.,]\d+)?$/.test(plain)
  const isGrouped = /^\d{1,3}(\.\d{3})*,\d+$|^\d{1,3}(,\d{3})*\.\d+$/.test(plain)
  if (!isPlain && !isGrouped) return null
  const decimalMark = separators.at(-1) ?? ''
  const [whole = '', decimals = ''] = decimalMark === '' ? [plain] : splitLast(plain, decimalMark)
  const units = decimals === '' ? digits(whole) : `${digits(whole)}.${decimals}`
  return isUnitsPerEuro(units) ? units : null
}

function splitLast(text: string, mark: string): [string, string] {
  const at = text.lastIndexOf(mark)
  return [text.slice(0, at), text.slice(at + 1)]
}

function digits(text: string): string {
  return text.replace(/\D/g, '')
}
