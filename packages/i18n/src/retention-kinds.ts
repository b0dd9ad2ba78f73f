import { retentionKinds as en } from './en/retention-kinds.ts'
import { retentionKinds as fr } from './fr/retention-kinds.ts'

/** The name of a kind of data with a length. */
export function retentionKindName(locale: 'fr' | 'en', kind: keyof typeof fr): string {
  return (locale === 'en' ? en : fr)[kind]
}
