import type { declarationsLines as source } from '../fr/declarations-lines.ts'
import type { Translation } from '../t.ts'

export const declarationsLines = {
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
} as const satisfies Translation<typeof source>
