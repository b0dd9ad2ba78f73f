import type { FieldProblem } from '@terreau/protocol/problems'
import { problemOf } from '../../../lib/problem-error.ts'
import type { IncompleteLine } from './incomplete-lines.ts'

export interface RefusedLine extends IncompleteLine {
  /** What the server says about it. */
  field: FieldProblem
}

/** The step that asks for each part of a line, when it is not the summary of the line. */
const SALE_STEPS: Readonly<Record<string, string>> = {
  amountText: 'montant',
  currency: 'montant',
  customer: 'client',
  customerCountry: 'client',
  customerKind: 'client',
  soldOn: 'jour',
  paymentMeans: 'paiement',
  moneyPlace: 'argent',
}
const EXPENSE_STEPS: Readonly<Record<string, string>> = {
  category: 'quoi',
  grossText: 'montant',
  vatText: 'tva',
  receiptName: 'nom',
  spentOn: 'jour',
}

/**
 * The lines that the server refused to take, each with the step that mends it. The places are those of its
 * answer: '/body/sales/0/amountText' is the amount of the first sale.
 */
export function refusedLines(problem: unknown): RefusedLine[] {
  return (problemOf(problem)?.errors ?? []).flatMap((field): RefusedLine[] => {
    const place = /^\/body\/(sales|expenses|trips)\/(\d+)\/(\w+)/.exec(field.pointer)
    if (place === null) return []
    const [, lines, index, part = ''] = place
    const n = Number(index) + 1
    const step = (root: string, name = '') =>
      `${[root, n, name].filter(Boolean).join('/')}?de=verifier`
    switch (lines) {
      case 'sales':
        return [{ kind: 'sale', n, step: step('vente', SALE_STEPS[part]), field }]
      case 'expenses':
        return [{ kind: 'expense', n, step: step('depense', EXPENSE_STEPS[part]), field }]
      default:
        return [{ kind: 'trip', n, step: step('trajet'), field }]
    }
  })
}
