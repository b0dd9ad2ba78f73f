import { addDays, localDate } from '@terreau/domain/time/local-date'
import type { QueueItem } from './queries.ts'

export const WORK_GROUPS = ['now', 'week', 'later'] as const
export type WorkGroup = (typeof WORK_GROUPS)[number]

const WEEK_DAYS = 7

/**
 * Now: what the closing waits for, and what was wanted by today. This week: what is wanted within seven
 * days, or waits without a date. The order inside a group stays the one the server gave.
 */
export function groupItems(
  items: readonly QueueItem[],
  today: string,
): Readonly<Record<WorkGroup, QueueItem[]>> {
  const groups: Record<WorkGroup, QueueItem[]> = { now: [], week: [], later: [] }
  const week = addDays(localDate(today), WEEK_DAYS)
  for (const item of items) groups[groupOf(item, today, week)].push(item)
  return groups
}

function groupOf(item: QueueItem, today: string, week: string): WorkGroup {
  const { blocksClosing, kind, dueOn } = item
  if (blocksClosing || kind === 'close-month') return 'now'
  if (dueOn === null) return 'week'
  if (dueOn <= today) return 'now'
  return dueOn <= week ? 'week' : 'later'
}
