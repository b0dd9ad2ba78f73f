import { postOpening as openingPosting } from '@terreau/domain/ledger/opening'
import type { Cents } from '@terreau/domain/money/cents'
import type { YearMonth } from '@terreau/domain/time/year-month'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { postEntry } from './post-entry.ts'

/**
 * Brings in what an activity owned before its books were kept here. `sourceId` is the act that says so
 * (an import, a decision). A balance of zero writes nothing.
 */
export async function postOpening(
  tx: Tx,
  ctx: Context,
  opening: { activityId: string; month: YearMonth; balanceCents: Cents; sourceId: string },
): Promise<{ postingId: string } | null> {
  const posting = openingPosting(opening)
  if (posting.lines.length === 0) return null
  return postEntry(tx, ctx, posting, { kind: 'opening', id: opening.sourceId })
}
