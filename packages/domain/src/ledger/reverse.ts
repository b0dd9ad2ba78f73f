import { assert } from '../assert.ts'
import { negate } from '../money/cents.ts'
import type { YearMonth } from '../time/year-month.ts'
import { assertBalanced, type Posting } from './posting.ts'

/**
 * The posting that cancels another, line by line, in an open month: entries are never edited. Each
 * line keeps its label and says which month it corrects (`reversedMonth`). Throws when the month
 * lies before the posting's own, or when the posting is itself a reversal.
 */
export function reversePosting(posting: Posting, month: YearMonth): Posting {
  assert(posting.kind !== 'reversal', 'a reversal is not reversed: post again')
  assert(month >= posting.month, 'a reversal is booked in the month of its posting or later')
  return assertBalanced({
    kind: 'reversal',
    month,
    lines: posting.lines.map((line) => ({
      ...line,
      amountCents: negate(line.amountCents),
      labelParams: { ...line.labelParams, reversedMonth: posting.month },
    })),
  })
}
