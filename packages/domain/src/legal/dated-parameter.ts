import { assert } from '../assert.ts'
import type { LocalDate } from '../time/local-date.ts'

/** One value of the law, in force from a day on, with the text it comes from. */
export type DatedValue<T> = { readonly from: LocalDate; readonly value: T; readonly source: string }

/** The values of one legal parameter, oldest first. */
export type DatedParameter<T> = readonly DatedValue<T>[]

/**
 * The value in force on a day. Throws before the first known date: guessing an older rule would
 * give a wrong amount that looks right.
 */
export function valueOn<T>(parameter: DatedParameter<T>, on: LocalDate): DatedValue<T> {
  const inForce = parameter.findLast((entry) => entry.from <= on)
  assert(inForce !== undefined, `no value of this legal parameter is known on ${on}`)
  return inForce
}
