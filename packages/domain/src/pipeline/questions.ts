import { FACTS, type FactKind, isFactKind } from './facts.ts'
import { ASKED_FACTS } from './tasks.ts'

/** What is asked on the phone, one page each, before the pieces. */
export const QUESTIONS = ['born_on', 'address', 'phone', ...ASKED_FACTS] as const
export type Question = (typeof QUESTIONS)[number]

/** A page of the welcome: a question, or a piece by its id. */
export type WelcomePage = Question | `piece-${string}`

/** Whether a text names a question. */
export function isQuestion(text: string): text is Question {
  return QUESTIONS.some((question) => question === text)
}

/** The fact that a question asks for; null for identity and contact. */
export function factOf(question: Question): FactKind | null {
  return isFactKind(question) ? question : null
}

/** Whether "I do not know" is a true answer to a question. */
export function mayBeUnknown(question: Question): boolean {
  const fact = factOf(question)
  return fact !== null && FACTS[fact].mayBeUnknown
}

/**
 * The page on which somebody goes on: where they stopped when that is still open, else the first open one;
 * null when nothing is left to them.
 */
export function resumePage(
  pages: readonly { page: WelcomePage; isOpen: boolean }[],
  stoppedAt: string | null,
): WelcomePage | null {
  const open = pages.filter((one) => one.isOpen)
  const stopped = open.find((one) => one.page === stoppedAt)
  return (stopped ?? open[0])?.page ?? null
}
