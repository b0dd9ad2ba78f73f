import type { declarationsAnswer as source } from '../fr/declarations-answer.ts'
import type { Translation } from '../t.ts'

export const declarationsAnswer = {
  label: 'Your answer',
  send: 'Send my answer',
  empty: 'Write your answer, or say it with your voice.',
  byVoice: 'Answer with your voice',
  addPhoto: 'Add a photo for this line',
  kept: 'Your voice, kept on this phone',
  sending: 'We are sending your answer.',
  waiting: 'Your answer has not left yet. We will send it when you have a network.',
  notKept: 'Do not close this page: this phone cannot keep it.',
  voiceArrived: 'Your voice has arrived. Your words have not yet.',
  change: 'Change my answer',
  tooLate: 'This answer did not leave. The question is closed.',
  answered: 'You have answered: see above. This is still on this phone.',
  forget: 'Erase this answer',
} as const satisfies Translation<typeof source>
