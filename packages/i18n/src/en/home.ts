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
    'Sorted so: today, this week, later. In each group: the gravest first, then the date wanted, then what has waited longest.',
  rankingOrder: 'From the gravest to the least grave:',
  shown: 'The first {shown} of {total}.',
  keys: '↑ ↓ to go from line to line, Enter to open.',
  filter: {
    label: 'What',
    all: 'All',
    closing: 'Closing',
    declarations: 'Declarations',
    contracts: 'Contracts',
    tutoring: 'Tutoring',
  },
  group: {
    today: 'Today',
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
      otherwise: 'As long as the month is open, nothing goes to payroll.',
    },
    'review-declaration': {
      what: 'Declaration to review, {month}',
      when: 'Sent on {since}.',
      act: 'Review',
      otherwise: 'Without a review, this money is not counted.',
    },
    'review-answer': {
      what: 'Answer received, {month}',
      when: 'Answered on {since}.',
      act: 'Review',
      otherwise: 'Without a review, this money is not counted.',
    },
    'missing-declaration': {
      what: 'Missing declaration, {month}',
      when: 'Due on {due}.',
      act: 'Open the file',
      otherwise: 'Without a declaration or a decision, the month cannot be closed.',
    },
    'question-waiting': {
      what: 'Question without answer, {month}',
      when: 'Asked on {since}.',
      act: 'See the question',
      otherwise: 'Without an answer, the declaration keeps waiting.',
    },
    'sign-contract': {
      what: 'Contract to be signed by the person',
      when: 'Sent on {since}. Starts on {due}.',
      act: 'Open the contract',
      otherwise: 'Without this signature, the contract does not start.',
    },
    'countersign-contract': {
      what: 'Contract to sign for the cooperative',
      when: 'Signed by the person. Starts on {due}.',
      act: 'Sign',
      otherwise: 'Without this signature, the contract is not active.',
    },
    'contract-ending': {
      what: 'Contract that ends, with nothing after',
      when: 'Ends on {due}.',
      act: 'Open the contract',
      otherwise: 'With nothing after, the activity stops on that day.',
    },
    'session-disputed': {
      what: 'Tutoring session to look at again',
      when: 'The person helped answered on {since}.',
      act: 'See the sessions',
      otherwise: 'Without agreement, the hour does not count.',
    },
  },
  inDays: { one: 'In {count} day.', other: 'In {count} days.' },
  dueToday: 'Today.',
  sinceDays: { one: 'For {count} day.', other: 'For {count} days.' },
  consequence: {
    'blocks-closing': 'Blocks the closing',
    'blocks-pay': 'Blocks pay',
    'legal-deadline': 'Legal deadline',
    'work-stops': 'Work stops',
    'certificate-waits': 'A paper waits',
    courtesy: 'Out of politeness',
  },
} as const satisfies Translation<typeof source>
