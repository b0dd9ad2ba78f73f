import { DayStep } from './day-step.tsx'
import { NoReceiptStep } from './no-receipt-step.tsx'
import { ReceiptStep } from './receipt-step.tsx'

/** What is asked alike about a sale and an expense: its day and its receipt. */
export function LineSteps({ part, ...line }: { part: string; kind: Kind; index: number }) {
  if (part === 'jour') return <DayStep {...line} />
  return part === 'recu' ? <ReceiptStep {...line} /> : <NoReceiptStep {...line} />
}

type Kind = 'sale' | 'expense'
