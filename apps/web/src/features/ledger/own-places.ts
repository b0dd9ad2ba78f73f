import type { OwnAccount } from './queries.ts'

/** The address of a month of one's own account; the activity is named when there are several. */
export function monthHref(activityId: string, month: string, isOnly: boolean): string {
  return `/moi/argent/${month}${isOnly ? '' : `?activite=${activityId}`}`
}

/** The years from the first entry to the newest, newest first; those between them may hold nothing. */
export function yearsOf(
  accounts: readonly Pick<OwnAccount, 'firstMonth' | 'months'>[],
): readonly number[] {
  const ends = accounts
    .flatMap(({ firstMonth, months }) => [firstMonth, months[0]?.month ?? null])
    .filter((month) => month !== null)
    .map((month) => Number(month.slice(0, 4)))
  if (ends.length === 0) return []
  const last = Math.max(...ends)
  return Array.from({ length: last - Math.min(...ends) + 1 }, (_none, index) => last - index)
}
