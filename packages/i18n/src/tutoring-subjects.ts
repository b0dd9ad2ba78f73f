import { tutoringSubjects as en } from './en/tutoring-subjects.ts'
import { tutoringSubjects as fr } from './fr/tutoring-subjects.ts'

/** The word of a subject of tutoring, for documents. */
export function subjectWord(locale: 'fr' | 'en', subject: keyof typeof fr): string {
  return (locale === 'en' ? en : fr)[subject]
}
