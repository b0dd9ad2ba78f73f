import type { declarations as source } from '../fr/declarations.ts'
import type { Translation } from '../t.ts'

export const declarations = {
  saved: {
    at: 'Saved at {time}',
    onPhone: 'Saved on your phone',
  },

  check: {
    saleLine: 'Sale {n}',
    expenseLine: 'Expense {n}',
    tripLine: 'Trips {n}',
    tripWords: '{km} km: {reason}',

    changeSale: 'sale {n}',
    changeExpense: 'expense {n}',
    changeTrip: 'trips {n}',
    total: 'Total received',
    fixedRate: '{euros} (fixed rate {rate})',
    monthRate: '{euros} (rate {rate})',
  },
} as const satisfies Translation<typeof source>
