import { papers as en } from './en/papers.ts'
import { papers as fr } from './fr/papers.ts'

/** The name of a kind of paper. */
export function documentKindName(locale: 'fr' | 'en', kind: keyof typeof fr.kinds): string {
  return (locale === 'en' ? en : fr).kinds[kind]
}
