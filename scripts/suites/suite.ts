import type { Outcome } from '../programs.ts'

export type Counts = { passed: number; failed: number; skipped: number; output: string }

export type Suite = {
  name: string
  /** What a failure means, in words. */
  title: string
  run(): Promise<Counts>
}

/** A check that has no cases of its own counts for one. */
export function asOne(outcome: Outcome): Counts {
  const isFine = outcome.status === 0
  return { passed: isFine ? 1 : 0, failed: isFine ? 0 : 1, skipped: 0, output: outcome.output }
}

export function oneFailed(output: string): Counts {
  return { passed: 0, failed: 1, skipped: 0, output }
}
