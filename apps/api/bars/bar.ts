/** A bar: a guarantee put to the test under faults, and one sabotage that must turn it red. */
export interface Bar {
  name: string
  /** What it means for the people who use the product. */
  promise: string
  /** What the sabotage removes, in words. */
  sabotage: string
  run(options: BarOptions): Promise<BarResult>
}

export interface BarOptions {
  /** True: sizes that fit `npm test`; false: the full sizes of `npm run bars`. */
  isSmall: boolean
  isSabotaged: boolean
}

export interface BarResult {
  /** Facts that must all hold; the name says what was counted. */
  checks: { name: string; isMet: boolean }[]
  /** Counts for the report. */
  counts: Record<string, number>
}

/** One fact: what was found against what must be found. */
export function fact(name: string, found: number, wanted: number): BarResult['checks'][number] {
  return { name: `${name}: ${found}, wanted ${wanted}`, isMet: found === wanted }
}

/** At least this many, or the bar has proved nothing. */
export function atLeast(name: string, found: number, wanted: number): BarResult['checks'][number] {
  return { name: `${name}: ${found}, at least ${wanted}`, isMet: found >= wanted }
}
