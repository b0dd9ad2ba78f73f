import { ExpenseKindStep } from './expense-kind-step.tsx'
import { ExpenseListStep } from './expense-list-step.tsx'
import { ExpenseNameStep } from './expense-name-step.tsx'
import { ExpenseSummaryStep } from './expense-summary-step.tsx'
import { ExpensesStep } from './expenses-step.tsx'

/** The questions about one expense that a touch answers; without an index, those about all of them. */
export function ExpenseSteps({ index, part }: { index: number | null; part: string }) {
  if (index === null) return part === 'liste' ? <ExpenseListStep /> : <ExpensesStep />
  switch (part) {
    case 'quoi':
      return <ExpenseKindStep index={index} isMore={false} />
    case 'plus':
      return <ExpenseKindStep index={index} isMore />
    case 'nom':
      return <ExpenseNameStep index={index} />
    default:
      return <ExpenseSummaryStep index={index} />
  }
}
