import type { Draft } from './queries.ts'
import {
  isTripComplete,
  missingExpensePart,
  missingSalePart,
  type TripContext,
} from './sale-words.ts'

export interface IncompleteLine {
  kind: 'sale' | 'expense' | 'trip'
  n: number
  /** The step that asks what is missing. */
  step: string
}

/** The lines that cannot be sent yet, with the step that completes each. */
export function incompleteLines(draft: Draft, view: TripContext): IncompleteLine[] {
  const sales = draft.hasSales === false ? [] : draft.sales
  const expenses = draft.hasExpenses === false ? [] : draft.expenses
  const trips = draft.hasExpenses === false ? [] : draft.trips
  return [
    ...sales.flatMap((sale, index): IncompleteLine[] => {
      const part = missingSalePart(sale)
      const n = index + 1
      return part === null ? [] : [{ kind: 'sale', n, step: `vente/${n}/${part}?de=verifier` }]
    }),
    ...expenses.flatMap((expense, index): IncompleteLine[] => {
      const part = missingExpensePart(expense)
      const n = index + 1
      return part === null ? [] : [{ kind: 'expense', n, step: `depense/${n}/${part}?de=verifier` }]
    }),
    ...trips.flatMap((trip, index): IncompleteLine[] => {
      const n = index + 1
      return isTripComplete(trip, view)
        ? []
        : [{ kind: 'trip', n, step: `trajet/${n}?de=verifier` }]
    }),
  ]
}
