import type { Queue } from './queries.ts'

/** How many of the declarations that arrived have been read. */
export function progressOf(queue: Queue): { done: number; total: number } {
  const total = queue.counts.all - queue.counts.missing
  return { done: total - queue.counts['to-review'], total }
}
