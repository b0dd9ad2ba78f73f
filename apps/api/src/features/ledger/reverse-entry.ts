import { isAccountKind } from '@terreau/domain/ledger/account'
import type { LabelParams, LineLabelKey, Posting } from '@terreau/domain/ledger/posting'
import { reversePosting } from '@terreau/domain/ledger/reverse'
import { cents } from '@terreau/domain/money/cents'
import { type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'
import { type PostingSource, postEntry } from './post-entry.ts'

/**
 * Cancels a posting by writing its opposite in an open month: entries are never edited (I-06). A unique
 * key lets a posting be reversed once, whoever races.
 */
export async function reverseEntry(
  tx: Tx,
  ctx: Context,
  postingId: string,
  reversal: { month: YearMonth; source: Pick<PostingSource, 'kind' | 'id'> },
): Promise<{ postingId: string }> {
  const { posting, concernsMonth } = await loadPosting(tx, ctx.cooperativeId, postingId)
  return postEntry(tx, ctx, reversePosting(posting, reversal.month), {
    ...reversal.source,
    concernsMonth,
    reversesPostingId: postingId,
  })
}

/** The posting that a source wrote, if it wrote one. */
export async function postingOf(
  tx: Tx,
  cooperativeId: string,
  source: Pick<PostingSource, 'kind' | 'id'>,
): Promise<{ id: string; month: YearMonth } | undefined> {
  const row = await tx
    .selectFrom('posting')
    .select(['id', 'month'])
    .where('cooperativeId', '=', cooperativeId)
    .where('sourceKind', '=', source.kind)
    .where('sourceId', '=', source.id)
    .executeTakeFirst()
  return row && { id: row.id, month: yearMonth(row.month) }
}

async function loadPosting(
  tx: Tx,
  cooperativeId: string,
  postingId: string,
): Promise<{ posting: Posting; concernsMonth: YearMonth }> {
  const head = found(
    await tx
      .selectFrom('posting')
      .select(['kind', 'month', 'concernsMonth'])
      .where('cooperativeId', '=', cooperativeId)
      .where('id', '=', postingId)
      .executeTakeFirst(),
  )
  const rows = await tx
    .selectFrom('ledgerLine as line')
    .innerJoin('account', (join) =>
      join
        .onRef('account.cooperativeId', '=', 'line.cooperativeId')
        .onRef('account.id', '=', 'line.accountId'),
    )
    .select(['account.kind', 'account.activityId', 'line.amountCents'])
    .select(['line.labelKey', 'line.labelParams'])
    .where('line.cooperativeId', '=', cooperativeId)
    .where('line.postingId', '=', postingId)
    .orderBy('line.position')
    .execute()
  const lines = rows.map((row) => {
    if (!isAccountKind(row.kind)) throw new Error(`unknown account kind ${row.kind}`)
    return {
      accountKind: row.kind,
      activityId: row.activityId,
      amountCents: cents(row.amountCents),
      labelKey: row.labelKey as LineLabelKey,
      labelParams: row.labelParams as LabelParams,
    }
  })
  const kind = head.kind === 'opening' || head.kind === 'reversal' ? head.kind : 'declaration'
  const posting = { kind, month: yearMonth(head.month), lines } as const
  return { posting, concernsMonth: yearMonth(head.concernsMonth) }
}
