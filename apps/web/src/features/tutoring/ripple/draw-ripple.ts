import { daysBetween, localDate } from '@terreau/domain/time/local-date'
import type { Ripple } from '../queries.ts'

export type ChainHelper = NonNullable<Ripple['chains']>[number]

/** Units of the picture: it grows with the width of the page. */
export const WIDTH = 900
export const NAMES_WIDTH = 250
export const HEAD = 40
export const HEIGHT = 34
export const DOT = 6

const INDENT = 14
const LETTERS = 26
/** Deeper steps stay in the column of names. */
const MOST_INDENTS = 5

export interface RippleRow {
  id: string
  name: string
  indent: number
  y: number
  /** Where the line begins: the day they were helped, or helped for the first time. */
  from: number
  to: number
  /** The line of who helped them first; null at the top of a chain. */
  above: number | null
  dots: { id: string; x: number; isHelping: boolean }[]
}

/** Where everything of the picture stands: days from left to right, people from top to bottom. */
export function drawRipple(chains: readonly ChainHelper[]): {
  years: { year: number; x: number }[]
  rows: RippleRow[]
} {
  const days = chains.flatMap(({ people, helpedBy }) => [
    ...people.map((person) => person.on),
    ...(helpedBy === null ? [] : [helpedBy.on]),
  ])
  const yearsSeen = days.map((day) => Number(day.slice(0, 4)))
  const [first, last] = [Math.min(...yearsSeen), Math.max(...yearsSeen)]
  const start = localDate(`${first}-01-01`)
  const length = daysBetween(start, localDate(`${last + 1}-01-01`))
  const xOf = (day: string) =>
    NAMES_WIDTH + ((WIDTH - NAMES_WIDTH - DOT) * daysBetween(start, localDate(day))) / length
  const lineOf = new Map(chains.map(({ id }, n) => [id, HEAD + (n + 0.5) * HEIGHT]))
  const helping = new Set(chains.filter(({ step }) => step > 0).map(({ id }) => id))
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n)
  return {
    years: years.map((year) => ({ year, x: xOf(`${year}-01-01`) })),
    rows: chains.map((one) => ({
      id: one.id,
      name: shortName(one.name),
      indent: INDENT * Math.min(one.step, MOST_INDENTS),
      y: lineOf.get(one.id) ?? 0,
      from: xOf(one.helpedBy?.on ?? one.helpsFrom),
      to: Math.max(...one.people.map(({ on }) => xOf(on))),
      above: one.helpedBy === null ? null : (lineOf.get(one.helpedBy.id) ?? null),
      dots: one.people.map(({ id, on }) => ({ id, x: xOf(on), isHelping: helping.has(id) })),
    })),
  }
}

/** The whole name is in the table. */
function shortName(name: string): string {
  return name.length <= LETTERS ? name : `${name.slice(0, LETTERS - 1)}…`
}
