import type { YearMonth } from '@terreau/domain/time/year-month'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { personExists } from '../people/index.ts'
import { type Draft, findDeclaration } from './own-declaration.ts'
import { requireMonth } from './own-months.ts'

/**
 * What a person has begun for a month and not sent. Staff who declare for them on the phone go on from it:
 * nothing that was typed is lost, and the receipts stay with their lines.
 */
export async function startedDraft(
  tx: Tx,
  ctx: Context,
  asked: { personId: string; month: YearMonth; activity: string | undefined },
): Promise<{ draft: Draft | null; savedAt: string | null }> {
  await personExists(tx, ctx, asked.personId)
  const of = await requireMonth(tx, ctx, asked)
  const found = await findDeclaration(tx, ctx.cooperativeId, of, { isLocked: false })
  if (found?.state !== 'draft' || found.draft === null) return { draft: null, savedAt: null }
  return { draft: found.draft, savedAt: found.updatedAt.toISOString() }
}
