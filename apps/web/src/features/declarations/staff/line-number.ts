import type { ReviewLines } from './queries.ts'

/** The number of a line in the table: sales, then expenses, then trips; null when it is not there. */
export function lineNumber(lines: ReviewLines, lineId: string): number | null {
  const place = [...lines.sales, ...lines.expenses, ...lines.trips].findIndex(
    (line) => line.id === lineId,
  )
  return place === -1 ? null : place + 1
}
