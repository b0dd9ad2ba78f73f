import { SaleListStep } from './sale-list-step.tsx'
import { SaleMeansStep } from './sale-means-step.tsx'
import { SalePlaceStep } from './sale-place-step.tsx'
import { SaleSummaryStep } from './sale-summary-step.tsx'

/** The questions about one sale that a touch answers, or without an index the list of them. */
export function SaleSteps({ index, part }: { index: number | null; part: string }) {
  if (index === null) return <SaleListStep />
  switch (part) {
    case 'paiement':
      return <SaleMeansStep index={index} />
    case 'argent':
      return <SalePlaceStep index={index} />
    default:
      return <SaleSummaryStep index={index} />
  }
}
