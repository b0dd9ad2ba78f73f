import { incompleteLines } from './incomplete-lines.ts'
import type { Draft } from './queries.ts'
import type { TripContext } from './sale-words.ts'

/** Where a draft goes on: the first question, the line left in the middle, the list, or the check. */
export function resumeStep(draft: Draft, view: TripContext): string {
  if (draft.hasSales === null) return ''
  const [unfinished] = incompleteLines(draft, view)
  if (unfinished !== undefined) return unfinished.step.replace(/\?.*$/, '')
  if (draft.hasSales && draft.sales.length === 0) return 'vente/1/montant'
  if (draft.hasExpenses !== null || !draft.hasSales) return 'verifier'
  return 'ventes'
}
