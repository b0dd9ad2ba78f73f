import type { Api } from './api.ts'

/** `lead`: how far the clock of this device was from the day of the cooperative. */
type Session = Api['GET /session']['response'] & { lead?: number }

const KEY = 'terreau.last-session'

/** The session kept on this device, for a page opened without network. */
export function lastSession(): Session | null {
  try {
    const kept = window.localStorage.getItem(KEY)
    const session = kept === null ? null : (JSON.parse(kept) as Session)
    // One that was kept before sessions said on whose clocks their days begin opens nothing.
    return session?.cooperative.timeZone ? session : null
  } catch {
    return null
  }
}

/**
 * Keeps who is signed in, for testers and tutors only, until the server says otherwise. Storage may be
 * refused (private windows): the page then simply needs the network.
 */
export function rememberSession(session: Session | null): void {
  const isConcerned = session?.roles.every((role) => role === 'tester' || role === 'tutor') === true
  try {
    if (isConcerned) window.localStorage.setItem(KEY, JSON.stringify(session))
    else window.localStorage.removeItem(KEY)
  } catch {
    return
  }
}
