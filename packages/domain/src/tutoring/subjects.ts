/** What a session is about, in the words tutors use. */
export const TUTORING_SUBJECTS = [
  'customers',
  'prices',
  'papers',
  'suppliers_abroad',
  'bank',
  'social_networks',
  'organisation',
  'language',
] as const

export type TutoringSubject = (typeof TUTORING_SUBJECTS)[number]

/** Whether a text names a subject. */
export function isTutoringSubject(text: string): text is TutoringSubject {
  return TUTORING_SUBJECTS.some((subject) => subject === text)
}
