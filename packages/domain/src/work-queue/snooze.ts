import { ok, type Refusal, type Result, refused } from '../result.ts'
import type { LocalDate } from '../time/local-date.ts'
import { CONSEQUENCES, type Consequence } from './ranking.ts'

interface Snoozable {
  consequence: Consequence
  dueOn: LocalDate | null
}

/**
 * The last day until which a thing may be put aside, or null when no day binds: a day that a text or a
 * contract sets cannot be moved by putting its reminder away.
 */
export function latestSnooze({ consequence, dueOn }: Snoozable): LocalDate | null {
  return CONSEQUENCES[consequence].isDayFixed ? dueOn : null
}

/**
 * Whether a thing may be put aside until `until`: a later day than today, and never past the day that
 * a text or a contract sets. Errors: 'snooze-not-ahead', 'snooze-too-late' (nothing is left to put
 * aside) and 'snooze-past-due' with that day.
 */
export function checkSnooze(
  item: Snoozable,
  { until, today }: { until: LocalDate; today: LocalDate },
): Result<LocalDate, Refusal<'snooze-not-ahead' | 'snooze-too-late' | 'snooze-past-due'>> {
  const latest = latestSnooze(item)
  if (latest !== null && latest <= today) return refused('snooze-too-late', { dueOn: latest })
  if (until <= today) return refused('snooze-not-ahead')
  if (latest !== null && until > latest) return refused('snooze-past-due', { dueOn: latest })
  return ok(until)
}
