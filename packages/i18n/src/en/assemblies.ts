import type { assemblies as source } from '../fr/assemblies.ts'
import type { Translation } from '../t.ts'

export const assemblies = {
  title: 'Assemblies and variable pay',
  hint: 'The balance of variable pay is paid at most one month after the assembly that approves the accounts (article R7331-12).',
  empty: 'No assembly recorded.',
  heldOn: 'Assembly of {date}',
  year: 'Accounts approved: from {from} to {to}.',
  dueOn: 'Balance to pay by {date}.',
  allPaid: {
    one: '{count} balance paid, nobody waits',
    other: '{count} balances paid, nobody waits',
  },
  waiting: {
    one: '{count} person waits for their balance',
    other: '{count} people wait for their balance',
  },
  withdraw: 'Remove this assembly',
  record: 'Record an assembly',
  day: 'Day of the assembly that approved the accounts',
  lastMonth: 'Last month of the financial year approved',
  lastMonthHint:
    'Optional: without an answer, the last year that ended before the assembly. Its first month is decided under Settings › Dated values.',
  dayMissing: 'Write the day of the assembly.',
  reference: 'Reference of the minutes',
  referenceHint: 'Optional. For example: general assembly 2027, resolution 3.',
  save: 'Record the assembly',
  who: 'For whom',
  everybody: {
    one: 'The person who waits',
    other: 'The {count} people who wait',
  },
  paidOn: 'Day the balance was paid',
  settle: 'Record the payment',
} as const satisfies Translation<typeof source>
