import type { declarationsCheck as source } from '../fr/declarations-check.ts'
import type { Translation } from '../t.ts'

export const declarationsCheck = {
  returned: '{name} gives you back this declaration',
  returnedHint: 'Change what is needed, then send it again.',
  title: 'Check your {ofMonth} declaration',
  hint: 'Check before you send. You can still change everything.',
  sales: 'Sales',
  noSales: 'Nothing received',
  expenses: 'Expenses',
  noExpenses: 'No expense',
  changeSales: 'the sales',
  changeExpenses: 'the expenses',
  remains: 'You will have about {amount} left.',
  costs: 'This month will cost your account about {amount}.',
  noRate:
    'The rate of this month is not decided yet. We cannot say yet what you will have left. You can send anyway.',
  moreSales: 'I have another sale',
  moreCosts: 'I have another expense',
  send: 'Send my {ofMonth} declaration',
  until: 'You can still change it until {date}.',
  untilRead: 'You can change it before it is read.',
  incomplete: 'Complete this line: {line}',
} as const satisfies Translation<typeof source>
