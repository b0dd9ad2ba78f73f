import { runChecks } from '../src/cli/run-checks.ts'
import { createTestApp, type TestApp } from '../test/test-app.ts'

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

/**
 * A run on an application of its own, and afterwards the invariants of `terreau check`: whatever was done to
 * it, the books must be right. A sabotaged run must be red by its own facts, so it is spared them.
 */
export async function onTestApp(
  options: BarOptions,
  run: (test: TestApp) => Promise<BarResult>,
  create: () => Promise<TestApp> = createTestApp,
): Promise<BarResult> {
  const test = await create()
  try {
    const { checks, counts } = await run(test)
    if (options.isSabotaged) return { checks, counts }
    const found = await runChecks(test.urls)
    const broken = found.filter(({ rows }) => rows.length > 0)
    const names = broken.map(({ title, rows }) => ({
      name: `${title} ${JSON.stringify(rows[0])}`,
      isMet: false,
    }))
    return {
      checks: [...checks, fact('invariants that do not hold', broken.length, 0), ...names],
      counts: { ...counts, invariants: found.length },
    }
  } finally {
    await test.close()
  }
}

export const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))
