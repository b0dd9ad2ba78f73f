import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { dayInZone } from '@terreau/domain/time/zoned-day'
import type { Clock } from './services.ts'

/** The real clock, or one whose day is fixed (demonstrations and tests). */
export function createClock(fixedToday?: string): Clock {
  return {
    now: () => new Date(),
    today: (zone): LocalDate =>
      fixedToday === undefined ? dayInZone(new Date(), zone) : localDate(fixedToday),
  }
}
