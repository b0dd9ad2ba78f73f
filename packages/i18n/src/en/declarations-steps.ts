import type { declarationsSteps as source } from '../fr/declarations-steps.ts'
import type { Translation } from '../t.ts'

export const declarationsSteps = {
  saved: {
    at: 'Saved at {time}',
    onPhone: 'Saved on your phone',
  },
  sale: {
    step: 'Sale {n}',
    title: 'Sale {n}',

    day: {
      question: 'On which day did you receive the money?',
      other: 'Another day',
      otherLabel: 'Day of {ofMonth}',
      otherHint: 'Write only the number of the day. Example: 12',
      wrong: 'The date must be in {fullMonth}.',
    },
  },

  expense: {
    step: 'Expense {n}',
    title: 'Expense {n}',

    day: 'On which day did you pay?',
  },

  toComplete: 'To complete',
  undo: 'Put it back',
  ambiguous: 'You wrote {text}. How much is it?',
} as const satisfies Translation<typeof source>
