import { cents } from '@terreau/domain/money/cents'
import { currencyDecimals, isCurrencyCode } from '@terreau/domain/money/currency'
import { parseAmount } from '@terreau/domain/money/parse-amount'
import { formatCents, formatDecimal } from '@terreau/i18n/format'
import type { Locale, MessageParams } from '@terreau/i18n/t'

/** "1250.5" typed in euros becomes "1 250,50"; what cannot be read for sure stays as it was typed. */
export function amountAsTyped(text: string, currency: string, locale: Locale): string {
  if (!isCurrencyCode(currency)) return text
  const parsed = parseAmount(text, currency)
  if (parsed.kind !== 'ok') return text
  return formatDecimal(decimalText(parsed.minorUnits, currencyDecimals(currency)), locale)
}

/** The text to put in a field for an amount that is already known: "123450" becomes "1 234,50". */
export function amountText(minorUnits: string, currency: string, locale: Locale): string {
  if (!isCurrencyCode(currency) || minorUnits === '') return ''
  return formatDecimal(decimalText(BigInt(minorUnits), currencyDecimals(currency)), locale)
}

export type AmountReading = { cents: string } | { code: string; params: MessageParams }

/**
 * Euros typed by staff as cents of the wire ("123456"), or the code of what is wrong, which
 * `fieldErrors` says in words. "1.250" may mean two amounts: the person is asked, never guessed.
 */
export function readEuroCents(text: string, locale: Locale): AmountReading {
  const parsed = parseAmount(text, 'EUR')
  if (parsed.kind === 'ok') return { cents: parsed.minorUnits.toString() }
  if (parsed.kind === 'error') return { code: parsed.code, params: {} }
  const [decimal, thousands] = parsed.readings.map((units) => formatCents(cents(units), locale))
  return {
    code: 'amount-ambiguous',
    params: { decimal: decimal ?? '', thousands: thousands ?? '' },
  }
}

function decimalText(units: bigint, decimals: number): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  const sign = units < 0n ? '-' : ''
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, cut)}.${digits.slice(cut)}`
}
