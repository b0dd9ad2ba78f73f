import type { tasksPhone as source } from '../fr/tasks-phone.ts'
import type { Translation } from '../t.ts'

export const tasksPhone = {
  title: 'Also to do',
  before: 'Before {date}.',
  item: {
    'missing-declaration': {
      title: 'Declare {month}',
      hint: 'The closing of the month waits for it.',
      act: 'Declare',
    },
    'question-waiting': {
      title: 'Answer a question',
      hint: 'It is about your declaration ({month}).',
      act: 'Answer',
    },
    'welcome-to-finish': {
      title: 'Complete your welcome file',
      hint: 'Answers or papers are missing.',
      act: 'Continue',
    },
    'permit-to-resend': {
      title: 'Send the photo of your permit again',
      hint: 'The one before cannot be used.',
      act: 'See why',
    },
    'sign-document': {
      title: 'Sign a document',
      hint: 'Read it, then sign it here.',
      act: 'See the document',
    },
  },
} as const satisfies Translation<typeof source>
