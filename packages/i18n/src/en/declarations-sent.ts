import type { declarationsSent as source } from '../fr/declarations-sent.ts'
import type { Translation } from '../t.ts'

export const declarationsSent = {
  history: {
    title: 'My declarations',
    empty: 'You have no declaration yet.',
    emptyNext: 'The first one will come on {date}.',
    received: 'Received from your customers: {amount}',
  },
  state: {
    none: 'To do',
    draft: 'Started',
    returned: 'To look at again',
    submitted: 'Sent',
    question: 'A question is waiting for you',
    accepted: 'Accepted',
  },
  sent: {
    title: 'Your {ofMonth} declaration',
    number: 'Number',
    state: 'State',
    sentOn: 'Sent on',
    remains: 'This month leaves you',
    noRate: 'rate not decided yet',
    change: 'Change my declaration',
    changeHint: 'It becomes a draft again. Send it again afterwards.',
    forgotten: 'I forgot something',
    forgottenHint: '{month} is closed. What you add will count in {bookMonth}.',
    receiptsTitle: 'Receipts to add',
    addReceipt: 'Add a receipt for {line}',
  },
  question: {
    title: 'Question from {name}',
    about: 'It is about: {line}',
    yours: 'You answered',
    yourVoice: 'Listen to your answer',
    voiceWaits: 'Your voice has arrived. You can listen to it after a check.',
    voiceRefused: 'We cannot keep this recording. Call us.',
  },
  recap: {
    title: '{name} wrote this with you on the phone',
    question: 'Look at each line above.',
    legend: 'Is it right?',
    choose: 'Choose an answer.',
    answer: { yes: 'Yes, it is right', not_exactly: 'Not exactly', no: 'No' },
    line: 'Which line?',
    words: 'What is not right?',
    send: 'Send my answer',
    said: {
      yes: 'You said: it is right. Thank you.',
      not_exactly: 'You said: not exactly. {name} will look.',
      no: 'You said: no. {name} will look.',
    },
  },
  event: {
    corrected: '{name} corrected a line on {date}.',
    reason: 'Reason: {reason}',
  },
} as const satisfies Translation<typeof source>
