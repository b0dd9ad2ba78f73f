import { tutoringPhone as en } from './en/tutoring-phone.ts'
import { tutoringPhone as fr } from './fr/tutoring-phone.ts'

/** The word of a subject of tutoring, for documents. */
export function subjectWord(locale: 'fr' | 'en', subject: keyof typeof fr.subject): string {
  return (locale === 'en' ? en : fr).subject[subject]
}
