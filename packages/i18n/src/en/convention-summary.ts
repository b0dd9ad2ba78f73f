import type { conventionSummary as fr } from '../fr/convention-summary.ts'
import type { Translation } from '../t.ts'

export const conventionSummary = {
  what: 'You share the activity “{activity}” with {others}.',
  share: '{name}: {share} of the result.',
  when: 'Sharing begins on {date}, after every signature.',
  account: 'The cooperative keeps one account for the activity.',
  costs: 'You alone see the detail of your expenses.',
  change: 'To change it takes a new convention, signed by all.',
} as const satisfies Translation<typeof fr>
