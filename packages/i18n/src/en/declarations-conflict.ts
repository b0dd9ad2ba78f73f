import type { declarationsConflict as source } from '../fr/declarations-conflict.ts'
import type { Translation } from '../t.ts'

export const declarationsConflict = {
  title: 'There are two {ofMonth} declarations',
  hint: 'You answered here and on another device.',
  here: 'Keep the one on this phone',
  there: 'Keep the other one',
  hereCount: 'Here: {sales} and {expenses}.',
  thereCount: 'Other device: {sales} and {expenses}.',
  sales: {
    one: '{count} sale',
    other: '{count} sales',
  },
  expenses: {
    one: '{count} expense',
    other: '{count} expenses',
  },
} as const satisfies Translation<typeof source>
