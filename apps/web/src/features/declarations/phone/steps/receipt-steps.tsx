import { NoReceiptStep } from './no-receipt-step.tsx'
import { ReceiptStep } from './receipt-step.tsx'

interface ReceiptStepsProps {
  kind: 'sale' | 'expense'
  index: number
  part: string
}

/** The receipt of a sale or of an expense, or why there is none. */
export function ReceiptSteps({ part, ...line }: ReceiptStepsProps) {
  return part === 'recu' ? <ReceiptStep {...line} /> : <NoReceiptStep {...line} />
}
