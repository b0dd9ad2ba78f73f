import type { declarationsStart as source } from '../fr/declarations-start.ts'
import type { Translation } from '../t.ts'

export const declarationsStart = {
  question: 'Did you receive money from your customers in {month}?',
  hint: 'Count only money already received: cash, transfer, Wave, Orange Money, cheque.',
  deadline: 'To send by the end of {date}.',
  yes: 'Yes, I received money',
  no: 'No, I received nothing',
  closedNotice: '{fullMonth} is closed. Your declaration will count in {bookMonth}.',
} as const satisfies Translation<typeof source>
