import { readAmountText } from './amount-text.ts'
import { type CurrencyCode, currencyDecimals } from './currency.ts'
import { divideHalfUp } from './rate.ts'

export type ParseAmountError =
  | 'amount-empty'
  | 'amount-characters'
  | 'amount-decimals'
  | 'amount-too-large'

/**
 * What an amount text means, in minor units of its currency. `ambiguous` gives the decimal reading
 * (half up to the minor unit, only to be shown in a question), then the thousands reading.
 */
export type ParsedAmount =
  | { readonly kind: 'ok'; readonly minorUnits: bigint }
  | { readonly kind: 'ambiguous'; readonly readings: readonly [bigint, bigint] }
  | { readonly kind: 'error'; readonly code: ParseAmountError }

/**
 * `ask` (default) reports "1.250" in euros as ambiguous; `decimal` reads its separator as the
 * decimal one, for files whose column is known to be written that way.
 */
export type ParseAmountOptions = { readonly ambiguity?: 'ask' | 'decimal' }

/**
 * Reads an amount the way people write it: `1 250,50`, `1250.50`, `1.250,50 €`, `150 000 F CFA`,
 * `1,250.50`, `-12,50`, `(12,50)`, `12€50`, digits of Arabic, N'Ko or Adlam. Currencies without
 * decimals read `150.000` as 150 000. Never throws and never rounds silently: an amount with more
 * decimals than its currency is an error. Nothing above 10^15 minor units is accepted.
 */
export function parseAmount(
  text: string,
  currency: CurrencyCode,
  options: ParseAmountOptions = {},
): ParsedAmount {
  if (text.length > 100) return error('amount-too-large')
  const amount = readAmountText(text, currency)
  if (typeof amount === 'string') return error(amount)
  const parsed = readUnsigned(amount.number, currencyDecimals(currency), options.ambiguity ?? 'ask')
  return amount.isNegative ? opposite(parsed) : parsed
}

const MINOR_UNITS_MAX = 1_000_000_000_000_000n

function error(code: ParseAmountError): ParsedAmount {
  return { kind: 'error', code }
}

function opposite(parsed: ParsedAmount): ParsedAmount {
  switch (parsed.kind) {
    case 'ok':
      return { kind: 'ok', minorUnits: -parsed.minorUnits }
    case 'ambiguous':
      return { kind: 'ambiguous', readings: [-parsed.readings[0], -parsed.readings[1]] }
    case 'error':
      return parsed
  }
}

/** A number without sign: its separators decide what is a thousand and what is a decimal. */
function readUnsigned(
  number: string,
  decimals: number,
  ambiguity: 'ask' | 'decimal',
): ParsedAmount {
  if (!/^[\d .,']+$/.test(number) || !/\d/.test(number)) return error('amount-characters')
  const last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','))
  if (last === -1) return readGrouped(number, decimals)
  const mark = number.charAt(last)
  const head = number.slice(0, last)
  const tail = number.slice(last + 1)
  if (!/^\d*$/.test(tail)) return error('amount-characters')
  // The same mark twice can only separate thousands: 1.004.000.
  if (head.includes(mark)) return readGrouped(number, decimals)
  // Another separator before it makes it the decimal one: 1.250,50 and 1 250.50.
  if (/[ .,']/.test(head)) return readDecimal(head, tail, decimals)
  const looksGrouped = /^[1-9]\d{0,2}$/.test(head) && tail.length === 3
  if (!looksGrouped) return readDecimal(head, tail, decimals)
  if (decimals === 0) return readGrouped(number, decimals)
  if (decimals >= 3 || ambiguity === 'decimal') return readDecimal(head, tail, decimals)
  const scaled = BigInt(head + tail) * 10n ** BigInt(decimals)
  return { kind: 'ambiguous', readings: [divideHalfUp(scaled, 1_000n), scaled] }
}

function readGrouped(number: string, decimals: number): ParsedAmount {
  const whole = wholePart(number)
  return whole === null ? error('amount-characters') : inMinorUnits(whole, '', decimals)
}

function readDecimal(head: string, tail: string, decimals: number): ParsedAmount {
  const whole = head === '' ? '0' : wholePart(head)
  if (whole === null) return error('amount-characters')
  if (tail.length > decimals && !isZeroPadding(head, tail, decimals)) {
    return error('amount-decimals')
  }
  return inMinorUnits(whole, tail.slice(0, decimals), decimals)
}

/**
 * Superfluous decimals are harmless when they are zeros ("150000,00" F CFA), unless they may hide
 * thousands: "1250,000" is refused rather than read a thousand times too small.
 */
function isZeroPadding(head: string, tail: string, decimals: number): boolean {
  const isZero = /^0*$/.test(tail.slice(decimals))
  return isZero && (tail.length !== 3 || head.length <= 3)
}

/** Digits with well-formed thousands (or none at all); null for "12 50" and "1.25.000". */
function wholePart(text: string): string | null {
  if (/^\d+$/.test(text)) return text
  const groups = /^\d{1,3}([ .,'])\d{3}(?:\1\d{3})*$/.exec(text)
  return groups ? text.replace(/\D/g, '') : null
}

function inMinorUnits(whole: string, decimalDigits: string, decimals: number): ParsedAmount {
  const minorUnits = BigInt(whole + decimalDigits.padEnd(decimals, '0'))
  if (minorUnits > MINOR_UNITS_MAX) return error('amount-too-large')
  return { kind: 'ok', minorUnits }
}
