import type { CooperativeZone } from '@terreau/domain/time/zoned-day'

/**
 * On whose clocks days begin: those of the cooperative, known from its session on; and how far the clock of
 * this device is from its day, in whole days as milliseconds.
 */
export const clocks: { zone: CooperativeZone; lead: number } = { zone: 'Europe/Paris', lead: 0 }

/** Sets this device right: what its own clock says counts only until the server has answered once. */
export function learnToday(today: string): void {
  clocks.lead = Date.parse(today) - Date.parse(dayOf(new Date()))
}

/** Today for the cooperative ('YYYY-MM-DD'), wherever the device is and whatever its clock says. */
export function todayInZone(): string {
  const day = new Date(Date.parse(dayOf(new Date())) + clocks.lead)
  return day.toISOString().slice(0, 10)
}

/** The day of an instant for the cooperative ('YYYY-MM-DD'). */
export function dayInZone(instant: string): string {
  return dayOf(new Date(instant))
}

function dayOf(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: clocks.zone, dateStyle: 'short' }).format(
    instant,
  )
}
