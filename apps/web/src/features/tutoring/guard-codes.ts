import type { SessionGuard } from '@terreau/domain/tutoring/session'

/** Answer codes of the API, with the guard that saving again says "yes, it is right" to. */
export const GUARD_CODES: Readonly<Record<string, SessionGuard[]>> = {
  'tutoring-guard-over-4h': ['over-4h'],
  'tutoring-guard-older-than-31-days': ['older-than-31-days'],
  'tutoring-guard-same-slot': ['same-slot'],
  'tutoring-guard-overlap': ['overlap'],
}
