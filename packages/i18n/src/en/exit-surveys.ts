import type { exitSurveys as source } from '../fr/exit-surveys.ts'
import type { Translation } from '../t.ts'

export const exitSurveys = {
  title: 'After leaving',
  round: { exit: 'At the exit', six_months: 'Six months later' },
  none: 'The person is asked after the last day, then six months later.',
  mailed: 'Asked by e-mail on {day}.',
  notMailed: 'To ask by phone since {day}: no e-mail was sent.',
  until: 'Open until {day}.',
  closed: 'No answer. The questions are over.',
  declined: 'The person prefers not to answer.',
  answered: {
    mailed: 'Answered by e-mail',
    shared: 'Answered by a link',
    phone: 'Written down by {who}',
  },
  on: '{how} on {day}.',
  noAnswer: 'No answer',
  share: 'Make a link to send',
  copy: 'Copy the link',
  shareHint: 'A text message is enough. The link works without a password.',
  record: 'Write down the answers',
  decline: 'The person prefers not to answer',
  save: 'Save',
  saved: 'Answers saved.',
  figures: {
    title: 'What becomes of people who left',
    year: 'Left in',
    hint: 'No figure speaks of fewer than 5 people: those cells show a dash, and sometimes a neighbouring cell with them.',
    caption: 'Answers by question',
    answer: 'Answer',
    asked: 'People asked',
    tooFew:
      'Fewer than 5 people were asked about that year: nothing is shown, so that nobody is recognised.',
    hidden: '–',
    hiddenLong: 'not shown',
  },
} as const satisfies Translation<typeof source>
