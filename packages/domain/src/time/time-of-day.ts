import { assert } from '../assert.ts'

/** Reads an hour on the wall 'HH:MM' as minutes from midnight; null when there is no such hour. */
export function parseTimeOfDay(text: string): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text)
  return match ? Number(match[1]) * 60 + Number(match[2]) : null
}

/** Writes minutes from midnight as 'HH:MM'. Throws outside a day. */
export function timeOfDay(minute: number): string {
  assert(Number.isSafeInteger(minute) && minute >= 0 && minute < 24 * 60, 'an hour of the day')
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}
