import type { SessionState } from './session.ts'

export const ANSWERS = ['yes', 'not_exactly', 'no'] as const
export type Answer = (typeof ANSWERS)[number]

/** A change of mind stays possible this long after the first answer. */
export const REVERSIBLE_DAYS = 7

/** What one person helped last answered about the session, and when they first did; null before. */
export type PartAnswer = { readonly answer: Answer | null; readonly firstAnsweredAt: Date | null }

/**
 * What the answers make of a session, and since when nobody can change their mind:
 * - disputed as soon as one person does not agree;
 * - confirmed when one person says yes and nobody disagrees: one other person knows that it took place. The
 *   hours of those who have not answered are not counted as received;
 * - noted otherwise.
 */
export function sessionOfAnswers(parts: readonly PartAnswer[]): {
  state: Extract<SessionState, 'noted' | 'confirmed' | 'disputed'>
  confirmedCount: number
  firmAt: Date | null
} {
  const confirmedCount = parts.filter((part) => part.answer === 'yes').length
  const isDisputed = parts.some((part) => part.answer !== null && part.answer !== 'yes')
  if (isDisputed) return { state: 'disputed', confirmedCount, firmAt: null }
  if (confirmedCount === 0) return { state: 'noted', confirmedCount, firmAt: null }
  const firsts = parts.flatMap((part) => part.firstAnsweredAt?.getTime() ?? [])
  return { state: 'confirmed', confirmedCount, firmAt: firmOf(new Date(Math.max(...firsts))) }
}

/** The moment after which an answer first given at `at` is final. */
export function firmOf(at: Date): Date {
  return new Date(at.getTime() + REVERSIBLE_DAYS * 24 * 60 * 60_000)
}
