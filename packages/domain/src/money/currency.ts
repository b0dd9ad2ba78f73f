import { assert } from '../assert.ts'
import type { LocalDate } from '../time/local-date.ts'
import { localDate } from '../time/local-date.ts'
import { type Cents, cents } from './cents.ts'
import { divideHalfUp } from './rate.ts'

/**
 * Number of decimals of each currency met by the cooperatives (ISO 4217 exponents). The CFA and
 * Comorian francs have none: 150.000 F CFA is a hundred and fifty thousand. The ariary (MGA) is
 * counted in whole units as CLDR does, since its fifths are no longer used.
 */
const DECIMALS = {
  EUR: 2,
  XOF: 0,
  XAF: 0,
  KMF: 0,
  GNF: 0,
  CDF: 2,
  MRU: 2,
  MAD: 2,
  DZD: 2,
  TND: 3,
  EGP: 2,
  NGN: 2,
  GHS: 2,
  GMD: 2,
  SLE: 2,
  LRD: 2,
  CVE: 2,
  MGA: 0,
  MUR: 2,
  DJF: 0,
  RWF: 0,
  BIF: 0,
  UGX: 0,
  KES: 2,
  TZS: 2,
  ETB: 2,
  AOA: 2,
  MZN: 2,
  ZAR: 2,
  HTG: 2,
  USD: 2,
  GBP: 2,
  CHF: 2,
  CAD: 2,
  BRL: 2,
  CNY: 2,
  JPY: 0,
  TRY: 2,
  LKR: 2,
  BDT: 2,
} as const

/** ISO 4217 code of a currency the product knows. XOF and XAF stay two currencies. */
export type CurrencyCode = keyof typeof DECIMALS

/** Every known code, EUR first. */
export const CURRENCIES: readonly CurrencyCode[] = Object.freeze(
  Object.keys(DECIMALS).filter(isCurrencyCode),
)

/** Whether a text is one of the known codes. */
export function isCurrencyCode(text: string): text is CurrencyCode {
  return Object.hasOwn(DECIMALS, text)
}

/** Decimals of the currency: 2 for EUR, 0 for XOF. */
export function currencyDecimals(code: CurrencyCode): number {
  return DECIMALS[code]
}

/** Units of a currency for one euro, kept as an exact decimal text. */
export type ExactRate = { readonly unitsPerEuro: string }

/** A parity fixed by treaty, from a date on. */
export type FixedParity = ExactRate & { readonly from: LocalDate; readonly source: string }

/** Marked as pure, so that a page that converts nothing at a parity does not carry the parities. */
const EURO_BIRTH = /* @__PURE__ */ localDate('1999-01-01')

/**
 * Parities fixed against the euro since its birth: council decisions 98/683/EC (CFA and Comorian
 * francs), values as published by the Banque de France and the Banque centrale des Comores.
 */
export const FIXED_PARITIES: Readonly<Partial<Record<CurrencyCode, FixedParity>>> = {
  EUR: { from: EURO_BIRTH, unitsPerEuro: '1', source: 'by definition' },
  XOF: {
    from: EURO_BIRTH,
    unitsPerEuro: '655.957',
    source: 'Decision 98/683/EC; Banque de France (BCEAO peg)',
  },
  XAF: {
    from: EURO_BIRTH,
    unitsPerEuro: '655.957',
    source: 'Decision 98/683/EC; Banque de France (BEAC peg)',
  },
  KMF: {
    from: EURO_BIRTH,
    unitsPerEuro: '491.96775',
    source: 'Decision 98/683/EC; Banque centrale des Comores',
  },
}

/**
 * The fixed parity of a currency on a date, or null when the currency floats.
 * Throws before the parity began: no rule of the product reaches so far back.
 */
export function fixedUnitsPerEuro(code: CurrencyCode, on: LocalDate): string | null {
  const parity = FIXED_PARITIES[code]
  if (parity === undefined) return null
  assert(on >= parity.from, `no parity is known for ${code} on ${on}`)
  return parity.unitsPerEuro
}

/**
 * Converts an amount in minor units of `currency` to euro cents, rounding once, half away from
 * zero. Divides by the units of one euro: multiplying by a rounded inverse would drift by cents.
 * Throws when `unitsPerEuro` is not a positive decimal such as "655.957".
 */
export function convertToEuroHalfUp(amount: {
  minorUnits: bigint
  currency: CurrencyCode
  unitsPerEuro: string
}): Cents {
  const rate = parseUnitsPerEuro(amount.unitsPerEuro)
  const minorPerUnit = 10n ** BigInt(currencyDecimals(amount.currency))
  const numerator = amount.minorUnits * 100n * rate.scale
  return cents(divideHalfUp(numerator, minorPerUnit * rate.scaled))
}

/** Whether a text can be an exact rate: digits, at most one point, at most 12 decimals, above 0. */
export function isUnitsPerEuro(text: string): boolean {
  return /^\d{1,15}(\.\d{1,12})?$/.test(text) && /[1-9]/.test(text)
}

/** "655.957" becomes 655957 over a scale of 1000. */
function parseUnitsPerEuro(text: string): { scaled: bigint; scale: bigint } {
  assert(isUnitsPerEuro(text), `units per euro must be a positive decimal: ${text}`)
  const [whole = '', decimals = ''] = text.split('.')
  return { scaled: BigInt(whole + decimals), scale: 10n ** BigInt(decimals.length) }
}
