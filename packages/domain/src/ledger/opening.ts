import { type Cents, negate, ZERO } from '../money/cents.ts'
import type { YearMonth } from '../time/year-month.ts'
import { assertBalanced, type Posting } from './posting.ts'

/**
 * Brings in what an activity owned before the product kept its account. A positive balance is
 * owed to the activity, hence a credit. A zero balance gives a posting without lines.
 */
export function postOpening(input: {
  activityId: string
  month: YearMonth
  balanceCents: Cents
}): Posting {
  const { activityId, month, balanceCents } = input
  if (balanceCents === ZERO) return { kind: 'opening', month, lines: [] }
  return assertBalanced({
    kind: 'opening',
    month,
    lines: [
      {
        accountKind: 'activity_opening',
        activityId,
        amountCents: negate(balanceCents),
        labelKey: 'ledger.line.opening',
        labelParams: { month },
      },
      {
        accountKind: 'opening_counterpart',
        activityId: null,
        amountCents: balanceCents,
        labelKey: 'ledger.line.opening-counterpart',
        labelParams: { month },
      },
    ],
  })
}
