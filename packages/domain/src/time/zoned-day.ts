import { assert } from '../assert.ts'
import { addDays, type LocalDate, localDate } from './local-date.ts'

const MINUTE_MS = 60_000
const DAY_MINUTES = 24 * 60

/** Zones in which a cooperative may live: those of the French Republic (cooperative.time_zone). */
export const COOPERATIVE_ZONES = [
  'Europe/Paris',
  'America/Guadeloupe',
  'America/Martinique',
  'America/Cayenne',
  'America/St_Barthelemy',
  'America/Marigot',
  'America/Miquelon',
  'Indian/Reunion',
  'Indian/Mayotte',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'Pacific/Marquesas',
  'Pacific/Gambier',
  'Pacific/Wallis',
] as const
export type CooperativeZone = (typeof COOPERATIVE_ZONES)[number]

/** Of a visitor who is in no cooperative yet, and of the books. */
export const PARIS: CooperativeZone = 'Europe/Paris'

/** The calendar day of an instant on the clocks of a zone. */
export function dayInZone(instant: Date, zone: CooperativeZone): LocalDate {
  const minute = Math.floor(instant.getTime() / MINUTE_MS)
  const wall = (minute + offsetMinutes(minute, zone)) * MINUTE_MS
  return localDate(new Date(wall).toISOString().slice(0, 10))
}

/**
 * The instant, in whole minutes since 1970, at which a clock on the wall shows `minute` (from midnight) on a
 * day. An hour that comes twice (clocks set back) is the first one; an hour that a change of clocks skips is
 * read as if they had not changed yet, which is the hour that followed. Whole days may be added: 1440 is
 * midnight of the next day.
 */
export function instantMinute(day: LocalDate, minute: number, zone: CooperativeZone): number {
  assert(Number.isSafeInteger(minute) && minute >= 0, 'minutes of a day are whole')
  const date = addDays(day, Math.floor(minute / DAY_MINUTES))
  const wall = Date.parse(`${date}T00:00:00Z`) / MINUTE_MS + (minute % DAY_MINUTES)
  const before = offsetMinutes(wall - DAY_MINUTES, zone)
  const after = offsetMinutes(wall + DAY_MINUTES, zone)
  const early = wall - before
  const isEarlyRight = early + offsetMinutes(early, zone) === wall
  const late = wall - after
  const isLateRight = late + offsetMinutes(late, zone) === wall
  return isEarlyRight || !isLateRight ? early : late
}

/** How far a zone's clocks are ahead of UTC at an instant, in minutes. */
function offsetMinutes(instant: number, zone: CooperativeZone): number {
  const parts = formatOf(zone).formatToParts(instant * MINUTE_MS)
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? ''
  const wall = Date.parse(
    `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:00Z`,
  )
  return wall / MINUTE_MS - instant
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(zone, made)
  return made
}
