import { problems as en } from './en/problems.ts'
import { problems as fr } from './fr/problems.ts'

/** The sentence people read for a problem code. */
export function problemTitle(locale: 'fr' | 'en', code: keyof typeof fr): string {
  return (locale === 'en' ? en : fr)[code]
}
