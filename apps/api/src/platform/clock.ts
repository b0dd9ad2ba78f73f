import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import type { Clock } from './services.ts'

const PARIS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris', dateStyle: 'short' })

/** The real clock, or one whose day is fixed (demonstrations and tests). */
export function createClock(fixedToday?: string): Clock {
  return {
    now: () => new Date(),
    today: (): LocalDate => localDate(fixedToday ?? PARIS.format(new Date())),
  }
}
