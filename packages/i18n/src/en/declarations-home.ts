import type { declarationsHome as source } from '../fr/declarations-home.ts'
import type { Translation } from '../t.ts'

export const declarationsHome = {
  hello: 'Hello {name}',
  declareTitle: 'It’s time to declare {month}',
  daysLeft: {
    one: '{count} day left. It takes 2 minutes.',
    other: '{count} days left. It takes 2 minutes.',
  },
  lastDay: 'Today is the last day. It takes 2 minutes.',
  late: 'The date has passed. You can still declare.',
  closed: '{month} is closed. It will count in {bookMonth}.',
  declare: 'Declare {month}',
  resume: 'Continue my {ofMonth} declaration',
  questionTitle: 'A question is waiting for you',
  questionHint: 'It is about your {ofMonth} declaration.',
  answer: 'Answer the question',
  upToDate: 'Everything is up to date',
  nextOpens: '{month} opens on {date}.',
  nothingNext: 'You have nothing to declare now.',
  welcome: 'Welcome',
  welcomeHint: 'Your first declaration will come on {date}.',
  waiting: 'Your {ofMonth} declaration is waiting on this phone.',
  waitingHint: 'We will send it as soon as you have network.',
  alsoTitle: 'You can also declare',
  money: 'My money',
  moneyHint: 'Available for you',
  moneyDetail: 'See the details',
  tutoring: 'My tutoring',
  history: 'See my declarations',
} as const satisfies Translation<typeof source>
