import type { Cents } from '@terreau/domain/money/cents'
import { yearMonth } from '@terreau/domain/time/year-month'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import type { DeclarationKey } from './declared-lines.ts'
import { previewFigures } from './figures.ts'
import type { Draft } from './own-declaration.ts'
import type { DeclarableMonth } from './own-months.ts'
import { receiptLineIds } from './receipts/receipt-queries.ts'
import { recordLines } from './record-declaration.ts'
import { declaredPart, readLines } from './typed/read-draft.ts'
import { vehiclesInMonth } from './vehicles/queries.ts'

/**
 * What a draft would add to the account, with the very arithmetic of an acceptance: its lines are
 * recorded, computed and taken out again, so that only what was sent ever has lines. Null while an
 * answer is missing, a rate of a currency is unknown or no rate is decided for the month.
 */
export async function estimateMovement(
  tx: Tx,
  ctx: Context,
  of: { declarationId: string; draft: Draft; month: DeclarableMonth },
): Promise<Cents | null> {
  const { lines, problems } = readLines(declaredPart(of.draft), {
    month: of.month.month,
    activityVatRateBp: of.month.vatRateBp,
    fiscalHorsepower: of.month.fiscalHorsepower,
    vehicles: await vehiclesInMonth(tx, ctx.cooperativeId, of.month),
    receiptLineIds: await receiptLineIds(tx, ctx.cooperativeId, of.declarationId),
  })
  if (problems.length > 0) return null
  const key = await keyOf(tx, ctx.cooperativeId, of.declarationId)
  await sql`savepoint estimate`.execute(tx)
  try {
    await recordLines(tx, ctx, key, lines)
    const { totals, endedAfter } = await previewFigures(tx, ctx, of.declarationId)
    return endedAfter === null ? totals.movementCents : null
  } catch (error) {
    if (error instanceof ProblemError) return null
    throw error
  } finally {
    await sql`rollback to savepoint estimate`.execute(tx)
  }
}

async function keyOf(tx: Tx, cooperativeId: string, id: string): Promise<DeclarationKey> {
  const row = await tx
    .selectFrom('declaration')
    .select(['id', 'activityId', 'personId', 'contractId', 'month', 'concernsMonth'])
    .where('cooperativeId', '=', cooperativeId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const { month, concernsMonth, ...rest } = row
  return { ...rest, month: yearMonth(month), concernsMonth: yearMonth(concernsMonth) }
}
