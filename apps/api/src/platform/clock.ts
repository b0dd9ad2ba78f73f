import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import type { Clock } from './services.ts'

const PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' })

/** The real clock, or one whose day is fixed (demonstrations and tests). */
export function createClock(fixedToday?: string): Clock {
  return {
    now: () => new Date(),
    today: (): LocalDate =>
      fixedToday === undefined ? dayInParis(new Date()) : localDate(fixedToday),
  }
}

/** The calendar day of an instant where the cooperatives are. */
export function dayInParis(instant: Date): LocalDate {
  return localDate(PARIS.format(instant))
}
