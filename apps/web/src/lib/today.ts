import type { CooperativeZone } from '@terreau/domain/time/zoned-day'
import { type FormatLocale, formatInstant as onClocks } from '@terreau/i18n/format'

const formatOf = (timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })

/** On whose clocks days begin: those of the cooperative, known from its session on. */
let zone: CooperativeZone = 'Europe/Paris'
let days = formatOf(zone)

export function learnZone(known: CooperativeZone): void {
  zone = known
  days = formatOf(known)
}

export function cooperativeZone(): CooperativeZone {
  return zone
}

/** A moment on the clocks of the cooperative: `12 octobre 2026 à 14:05`. */
export function formatInstant(iso: string, locale: FormatLocale): string {
  return onClocks(iso, locale, zone)
}

/** How far the clock of this device is from the day of the cooperative, in whole days as milliseconds. */
let lead = 0

/** Sets this device right: what its own clock says counts only until the server has answered once. */
export function learnToday(today: string): void {
  lead = Date.parse(today) - Date.parse(days.format(new Date()))
}

/** Today for the cooperative ('YYYY-MM-DD'), wherever the device is and whatever its clock says. */
export function todayInZone(): string {
  const day = new Date(Date.parse(days.format(new Date())) + lead)
  return day.toISOString().slice(0, 10)
}

/** The day of an instant for the cooperative ('YYYY-MM-DD'). */
export function dayInZone(instant: string): string {
  return days.format(new Date(instant))
}
