import { assert } from '../assert.ts'

declare const centsBrand: unique symbol

/** Euro cents, exact. On the wire: a decimal string of cents, "123456" for 1 234,56 €. */
export type Cents = bigint & { readonly [centsBrand]: true }

/**
 * The only constructor of `Cents`.
 * Bounded to what a PostgreSQL `bigint` stores, so that an overflow shows here and not in SQL.
 */
export function cents(amount: bigint): Cents {
  assert(typeof amount === 'bigint', 'cents must be a bigint')
  assert(amount >= -CENTS_MAX && amount <= CENTS_MAX, 'cents exceed a 64-bit integer')
  return amount as Cents
}

const CENTS_MAX = 9_223_372_036_854_775_807n

/** No money. */
export const ZERO: Cents = cents(0n)

/** Reads the wire form. Throws on anything else than an optional minus and digits. */
export function centsFromString(text: string): Cents {
  assert(/^-?\d+$/.test(text), 'cents on the wire are a decimal string')
  return cents(BigInt(text))
}

/** Sum of a list; an empty list gives zero. */
export function sumCents(list: Iterable<Cents>): Cents {
  let total = 0n
  for (const amount of list) total += amount
  return cents(total)
}

/** Sum of its arguments. */
export function add(...amounts: Cents[]): Cents {
  return sumCents(amounts)
}

/** `left - right`. */
export function subtract(left: Cents, right: Cents): Cents {
  return cents(left - right)
}

/** The opposite amount. */
export function negate(amount: Cents): Cents {
  return cents(-amount)
}

/** The larger of two amounts. */
export function maxCents(left: Cents, right: Cents): Cents {
  return left > right ? left : right
}

/** The smaller of two amounts. */
export function minCents(left: Cents, right: Cents): Cents {
  return left < right ? left : right
}
