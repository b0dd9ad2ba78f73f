import { timingSafeEqual } from 'node:crypto'
import type { Secrets } from './secrets.ts'

const VALID_MS = 60 * 60_000
/** Nobody reads a sentence and taps in less; a mail scanner does. */
const LEAST_MS = 700

/** What the page showed: which link, and which version of what it shows. */
interface Opened {
  token: string
  version: number
}

/**
 * Mail scanners open links, and some repeat a POST they have seen. An answer therefore carries a token that
 * the page received when a person opened it, bound to this link, to the words it showed and to that moment.
 */
export function newGesture(secrets: Secrets, opened: Opened, now: Date): string {
  const at = now.getTime().toString(36)
  return `${at}.${signature(secrets, opened, at)}`
}

/** Whether the token is ours, for this link and version, and came back in the time a person takes. */
export function isGesture(secrets: Secrets, opened: Opened, gesture: string, now: Date): boolean {
  const [at = '', given = ''] = gesture.split('.')
  const expected = Buffer.from(signature(secrets, opened, at))
  const received = Buffer.from(given)
  if (expected.length !== received.length || !timingSafeEqual(expected, received)) return false
  const age = now.getTime() - Number.parseInt(at, 36)
  return age >= LEAST_MS && age <= VALID_MS
}

function signature(secrets: Secrets, { token, version }: Opened, at: string): string {
  return secrets.sign('tutoring-gesture', `${token}.${version}.${at}`)
}
