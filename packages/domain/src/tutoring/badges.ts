import type { SettingKey } from '../settings/dated-settings.ts'

/** Hours of approved volunteering at which a badge is given, as the cooperative decides them from a day on. */
export const BADGE_SETTINGS = [
  'tutor_badge_first_hours',
  'tutor_badge_second_hours',
  'tutor_badge_third_hours',
] as const satisfies readonly SettingKey[]

const MINUTES_OF_AN_HOUR = 60

/** The thresholds in force, in minutes, smallest first; what was not decided, or twice the same, is left out. */
export function badgeThresholds(hours: ReadonlyMap<string, string>): number[] {
  const decided = BADGE_SETTINGS.map((key) => hours.get(key)).filter((value) => value !== undefined)
  const minutes = decided.map((value) => Number(BigInt(value)) * MINUTES_OF_AN_HOUR)
  return [...new Set(minutes)].sort((left, right) => left - right)
}

/** The thresholds that somebody has reached and holds no badge for. */
export function badgesDue(
  approvedMinutes: number,
  { thresholds, held }: { thresholds: readonly number[]; held: readonly number[] },
): number[] {
  return thresholds.filter((minutes) => minutes <= approvedMinutes && !held.includes(minutes))
}

/** The next threshold and the minutes that are missing; null past the last, or when nothing was decided. */
export function nextBadge(
  approvedMinutes: number,
  thresholds: readonly number[],
): { thresholdMinutes: number; missingMinutes: number } | null {
  const next = thresholds.find((minutes) => minutes > approvedMinutes)
  return next === undefined
    ? null
    : { thresholdMinutes: next, missingMinutes: next - approvedMinutes }
}
