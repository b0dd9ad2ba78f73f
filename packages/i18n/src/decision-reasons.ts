import { decisionReasons as en } from './en/decision-reasons.ts'
import { decisionReasons as fr } from './fr/decision-reasons.ts'

/** The plain sentence of a reason, for the letter of a decision. */
export function reasonSentence(locale: 'fr' | 'en', reason: keyof typeof fr): string {
  return (locale === 'en' ? en : fr)[reason]
}
