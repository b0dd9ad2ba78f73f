import type { interviewSummary as french } from '../fr/interview-summary.ts'
import type { Translation } from '../t.ts'

export const interviewSummary: Translation<typeof french> = {
  what: 'This is the report of your interview of {date} with {name}.',
  why: 'The law asks for two signed interviews a year.',
  contents: 'It says where your activity stands and what comes next.',
  disagree: 'Is a sentence wrong? Do not sign, and say so.',
  after: 'The cooperative signs after you.',
  ways: { place: 'In person', phone: 'By phone', video: 'By video call' },
  wayAt: '{how}: {place}',
}
