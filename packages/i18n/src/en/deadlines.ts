import type { deadlines as french } from '../fr/deadlines.ts'
import type { Translation } from '../t.ts'

export const deadlines: Translation<typeof french> = {
  nav: 'Deadlines',
  title: 'Deadlines',
  intro: 'Who reaches which date, and why this date. Sorted by date alone, the first one first.',
  view: {
    label: 'Views',
    coming: 'Within 120 days',
    passed: 'Passed without being done',
  },
  kind: {
    label: 'What',
    all: 'Everything',
    'cape-term': 'End of the CAPE',
    'cape-notice': 'Notice to URSSAF and France Travail',
    'pre-hire-declaration': 'Declaration before the hire',
    'permit-check': 'Check of the residence permit',
    trial: 'End of the trial',
    'associate-deadline': 'Becoming associate',
    interviews: 'Interviews',
    'permit-expiry': 'End of the residence permit',
    'variable-pay': 'Balance of the variable pay',
  },
  adviser: { label: 'Followed by', all: 'Everybody', me: 'Me' },
  table: {
    caption: 'The deadlines',
    what: 'Deadline',
    person: 'Person',
    contract: 'Contract',
    date: 'Date',
    why: 'Why this date',
    state: 'State',
    more: 'Show the next ones',
  },
  left: {
    today: 'today',
    future: { one: 'in {count} day', other: 'in {count} days' },
    past: { one: '{count} day ago', other: '{count} days ago' },
  },
  state: {
    running: 'Running',
    met: 'In order',
    passed: 'Passed',
    over: 'Over',
    'not-applicable': 'Does not apply',
  },
  empty: {
    coming: 'No deadline within 120 days.',
    passed: 'Nothing passed without being done in the last 120 days.',
    filtered: 'No deadline matches.',
    person: 'No legal date: no contract is running.',
  },
}
