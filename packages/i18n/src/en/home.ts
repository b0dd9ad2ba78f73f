import type { home as source } from '../fr/home.ts'
import type { Translation } from '../t.ts'

export const home = {
  nav: 'To do',
  title: 'To do',
  today: '{day}.',
  count: { one: '{count} thing to do.', other: '{count} things to do.' },
  blocking: {
    one: '{count} blocks the closing ({month}).',
    other: '{count} block the closing ({month}).',
  },
  deadlineToCome: 'Next deadline: {date}, last day to declare {month}.',
  deadlinePast: 'The declarations were due on {date} ({month}).',
  ranking:
    'Sorted so: what blocks the closing, then the date wanted, then what has waited longest.',
  shown: 'The first {shown} of {total}.',
  keys: '↑ ↓ to go from line to line, Enter to open.',
  filter: {
    label: 'What',
    all: 'All',
    declarations: 'Declarations',
    contracts: 'Contracts',
    tutoring: 'Tutoring',
  },
  group: {
    now: 'Now',
    week: 'This week',
    later: 'Later',
  },
  empty: {
    done: 'Nothing to do.',
    doneHint: 'Last day to declare {month}: {date}.',
    filtered: 'Nothing of this kind to do.',
  },
  item: {
    'close-month': {
      what: '{month} is ready to be closed',
      when: 'Nothing blocks any more.',
      act: 'Close',
    },
    'review-declaration': {
      what: 'Declaration to review, {month}',
      when: 'Sent on {since}.',
      act: 'Review',
    },
    'review-answer': {
      what: 'Answer received, {month}',
      when: 'Answered on {since}.',
      act: 'Review',
    },
    'missing-declaration': {
      what: 'Missing declaration, {month}',
      when: 'Due on {due}.',
      act: 'Open the file',
    },
    'question-waiting': {
      what: 'Question without answer, {month}',
      when: 'Asked on {since}.',
      act: 'See the question',
    },
    'countersign-contract': {
      what: 'Contract to sign for the cooperative',
      when: 'Signed by the person. Starts on {due}.',
      act: 'Sign',
    },
    'contract-ending': {
      what: 'Contract that ends, with nothing after',
      when: 'Ends on {due}.',
      act: 'Open the contract',
    },
    'session-disputed': {
      what: 'Tutoring session to look at again',
      when: 'The person helped answered on {since}.',
      act: 'See the sessions',
    },
  },
  inDays: { one: 'In {count} day.', other: 'In {count} days.' },
  dueToday: 'Today.',
  sinceDays: { one: 'For {count} day.', other: 'For {count} days.' },
  consequence: {
    blocks: 'Blocks the closing',
    'close-month': 'Ready',
    'countersign-contract': 'The contract is not active',
    'contract-ending': 'The activity stops on that day',
    'session-disputed': 'The hour does not count',
  },
} as const satisfies Translation<typeof source>
