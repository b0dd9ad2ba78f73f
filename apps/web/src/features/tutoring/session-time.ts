import { localDate, parseLocalDate } from '@terreau/domain/time/local-date'
import { parseTimeOfDay } from '@terreau/domain/time/time-of-day'
import { minutesBetween } from '@terreau/domain/tutoring/session'
import { clocks } from '../../lib/today.ts'

/** How long a session lasted, as a form holds it: minutes, or two hours on the wall. */
export interface SessionTime {
  minutes: number | null
  startsAt: string
  endsAt: string
  isByHours: boolean
}

/** What the API gets: the minutes, or the hours; an hour that is not one stays out. */
export function timeBody(time: SessionTime) {
  const hour = (text: string) => (parseTimeOfDay(text) === null ? null : text)
  return time.isByHours
    ? { minutes: null, startsAt: hour(time.startsAt), endsAt: hour(time.endsAt) }
    : { minutes: time.minutes, startsAt: hour(time.startsAt), endsAt: null }
}

/** The minutes that a form says, to show before saving; null while something is missing. */
export function minutesOfTime(heldOn: string, time: SessionTime): number | null {
  if (!time.isByHours) return time.minutes
  const startMinute = parseTimeOfDay(time.startsAt)
  const endMinute = parseTimeOfDay(time.endsAt)
  if (parseLocalDate(heldOn) === null || startMinute === null || endMinute === null) return null
  return minutesBetween(localDate(heldOn), { startMinute, endMinute }, clocks.zone)
}
