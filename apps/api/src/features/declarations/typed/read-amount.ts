import { type CurrencyCode, currencyDecimals } from '@terreau/domain/money/currency'
import { parseAmount } from '@terreau/domain/money/parse-amount'
import type { LineProblems } from './problems.ts'

/** An amount as typed, in minor units; null once its problem is reported. */
export function readAmount(
  text: string,
  currency: CurrencyCode,
  at: { problems: LineProblems; field: string },
): bigint | null {
  const parsed = parseAmount(text, currency)
  if (parsed.kind === 'error') return at.problems.add(at.field, parsed.code)
  if (parsed.kind === 'ok') return parsed.minorUnits
  const [decimal, thousands] = parsed.readings.map((units) => asWritten(units, currency))
  return at.problems.add(at.field, 'amount-ambiguous', {
    decimal: decimal ?? '',
    thousands: thousands ?? '',
  })
}

/** `125n` euro cents as `1,25`: a spelling that has one meaning only. */
function asWritten(minorUnits: bigint, currency: CurrencyCode): string {
  const decimals = currencyDecimals(currency)
  const digits = String(minorUnits < 0n ? -minorUnits : minorUnits).padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  const fraction = decimals === 0 ? '' : `,${digits.slice(cut)}`
  return `${minorUnits < 0n ? '-' : ''}${digits.slice(0, cut)}${fraction}`
}
