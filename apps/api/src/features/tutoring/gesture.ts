import { timingSafeEqual } from 'node:crypto'
import type { Secrets } from '../../platform/secrets.ts'

const VALID_MS = 60 * 60_000
/** Nobody reads a sentence and taps in less; a mail scanner does. */
const LEAST_MS = 700

/**
 * Mail scanners open links, and some repeat a POST they have seen. An answer therefore carries a token that
 * the page received when a person opened it, bound to this link and to that moment.
 */
export function newGesture(secrets: Secrets, token: string, now: Date): string {
  const at = now.getTime().toString(36)
  return `${at}.${secrets.sign('tutoring-gesture', `${token}.${at}`)}`
}

/** Whether the token is ours, for this link, and came back in the time a person takes. */
export function isGesture(secrets: Secrets, token: string, gesture: string, now: Date): boolean {
  const [at = '', signature = ''] = gesture.split('.')
  const expected = Buffer.from(secrets.sign('tutoring-gesture', `${token}.${at}`))
  const given = Buffer.from(signature)
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return false
  const age = now.getTime() - Number.parseInt(at, 36)
  return age >= LEAST_MS && age <= VALID_MS
}
