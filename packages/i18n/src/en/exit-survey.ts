import type { exitSurvey as source } from '../fr/exit-survey.ts'
import type { Translation } from '../t.ts'

export const exitSurvey = {
  title: { exit: 'And now?', six_months: 'How are you doing?' },
  intro: {
    exit: 'Hello {name}. Your contract with {cooperative} ended on {day}.',
    six_months: 'Hello {name}. You left {cooperative} on {day}.',
  },
  free: 'Answering is up to you. You may leave a question out. {cooperative} reads your answers, and counts without names.',
  situation: {
    question: 'What do you do now?',
    own_company: 'I have my own company',
    other_cae: 'I am in another cooperative',
    employed: 'I am employed elsewhere',
    training: 'I am in training',
    seeking: 'I am looking for work',
    other: 'Something else',
  },
  living: {
    question: 'Do you make a living from your activity?',
    yes: 'Yes',
    partly: 'A little',
    no: 'No',
  },
  helped: {
    question: 'Did the cooperative help you?',
    yes: 'Yes',
    partly: 'A little',
    no: 'No',
  },
  words: 'Do you want to add a word?',
  empty: 'Answer at least one question.',
  send: 'Send',
  thanks: 'Thank you. Your answers are sent. You may close this page.',
  linkWrong: 'This link is not whole. Open it from your message, or call the cooperative.',
  over: 'These questions are over. Thank you. To talk to us, call the cooperative.',
  call: 'A question? Call {cooperative}: {phone}',
} as const satisfies Translation<typeof source>
