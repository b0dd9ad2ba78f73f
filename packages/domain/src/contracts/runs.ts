import { addDays, type LocalDate, laterOf } from '../time/local-date.ts'

/** Days from the first to the last, which is included; null without an end. */
export interface Run {
  readonly startsOn: LocalDate
  readonly endsOn: LocalDate | null
}

/** Contracts that overlap or follow each other day by day are one run; a break parts two. Oldest first. */
export function runsOf(contracts: readonly Run[]): Run[] {
  const runs: Run[] = []
  for (const { startsOn, endsOn } of [...contracts].sort(byStart)) {
    const last = runs.at(-1)
    if (last !== undefined && (last.endsOn === null || startsOn <= addDays(last.endsOn, 1))) {
      const isOpen = last.endsOn === null || endsOn === null
      runs[runs.length - 1] = { ...last, endsOn: isOpen ? null : laterOf(last.endsOn, endsOn) }
    } else runs.push({ startsOn, endsOn })
  }
  return runs
}

function byStart(left: Run, right: Run): number {
  return left.startsOn < right.startsOn ? -1 : Number(left.startsOn > right.startsOn)
}
