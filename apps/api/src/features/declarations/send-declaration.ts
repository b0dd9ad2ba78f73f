import { isDeepStrictEqual } from 'node:util'
import { type YearMonth, yearOf } from '@terreau/domain/time/year-month'
import type { sentDeclaration } from '@terreau/protocol/declaration-views'
import type { z } from 'zod'
import { type Context, userIdOf } from '../../platform/context.ts'
import { toJson } from '../../platform/db/to-json.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import type { Outcome } from '../../platform/mutation.ts'
import { nextNumber } from '../../platform/numbers/next-number.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { type Draft, draftToWrite, latestOrNew, type OwnDeclaration } from './own-declaration.ts'
import { requireMonth } from './own-months.ts'
import { receiptLineIds } from './receipts/receipt-queries.ts'
import { recordLines } from './record-declaration.ts'
import { declaredPart, readLines } from './typed/read-draft.ts'
import { NOT_RETURNED } from './undo-return.ts'
import { vehiclesInMonth } from './vehicles/queries.ts'

export type SentDeclaration = z.output<typeof sentDeclaration>

interface Sending {
  personId: string
  month: YearMonth
  activity: string | undefined
  draft: Draft
  channel: 'phone' | 'staff'
}

/**
 * Sends a month: reads what was typed, records the lines, numbers it. The device names its draft, so
 * that two sends of the same one are one declaration; a second, different one is refused.
 */
export async function sendDeclaration(
  tx: Tx,
  ctx: Context,
  sending: Sending,
): Promise<Outcome<SentDeclaration>> {
  const { draft, channel } = sending
  const month = await requireMonth(tx, ctx, sending)
  const asked = { month, channel }
  const latest = await latestOrNew(tx, ctx, asked)
  if (isSameSend(latest, draft)) return { value: asSent(latest), audit: 'unchanged' }
  const declaration = await draftToWrite(tx, ctx, asked, latest)
  const typed = declaredPart(draft)
  const { lines, problems } = readLines(typed, {
    month: month.month,
    activityVatRateBp: month.vatRateBp,
    fiscalHorsepower: month.fiscalHorsepower,
    vehicles: typed.trips.length === 0 ? [] : await vehiclesInMonth(tx, ctx.cooperativeId, month),
    // Only expenses have receipts: most months are sent without asking.
    receiptLineIds:
      typed.expenses.length === 0
        ? new Set()
        : await receiptLineIds(tx, ctx.cooperativeId, declaration.id),
  })
  if (problems.length > 0) {
    throw new ProblemError('declaration-lines-invalid', undefined, problems)
  }
  // The contract in force is read again: it may have been renewed since the draft began.
  const key = { ...declaration, contractId: month.contractId }
  await recordLines(tx, ctx, key, lines)
  const number = declaration.number ?? (await declarationNumber(tx, ctx, month.month))
  await markSent(tx, ctx, { declaration, contractId: month.contractId, number, sending })
  const sent = { ...declaration, number, state: 'submitted', submittedAt: ctx.now } as const
  const after = { number, channel, isNil: lines.sales.length === 0 }
  return {
    value: asSent(sent),
    audit: [
      {
        action: 'declaration.submitted',
        entity: { kind: 'declaration', id: declaration.id },
        before: { state: declaration.state },
        after,
      },
    ],
  }
}

/** 'D-2026-10-0042': gapless for each month spoken of. The counter stays locked until COMMIT. */
export async function declarationNumber(tx: Tx, ctx: Context, month: YearMonth): Promise<string> {
  const n = await nextNumber(tx, ctx, `declaration-${month}`, yearOf(month))
  return `D-${month}-${n.toString().padStart(4, '0')}`
}

function isSameSend(known: OwnDeclaration, draft: Draft): boolean {
  if (known.state === 'draft' || known.draft?.clientId !== draft.clientId) return false
  return isDeepStrictEqual(known.draft, draft)
}

function asSent(row: Omit<OwnDeclaration, 'draft'>): SentDeclaration {
  if (row.state === 'draft' || row.number === null || row.submittedAt === null) {
    throw new Error('a declaration that was sent has a number and a date')
  }
  return {
    id: row.id,
    number: row.number,
    activityId: row.activityId,
    month: row.concernsMonth,
    bookMonth: row.month,
    state: row.state,
    submittedAt: row.submittedAt.toISOString(),
  }
}

async function markSent(
  tx: Tx,
  ctx: Context,
  sent: { declaration: OwnDeclaration; contractId: string; number: string; sending: Sending },
): Promise<void> {
  await tx
    .updateTable('declaration')
    .set((eb) => ({
      state: 'submitted',
      number: sent.number,
      contractId: sent.contractId,
      draft: JSON.stringify(toJson(sent.sending.draft)),
      ...NOT_RETURNED,
      channel: sent.sending.channel,
      declaredBy: userIdOf(ctx),
      submittedAt: ctx.now,
      updatedAt: ctx.now,
      version: eb('version', '+', 1),
    }))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', sent.declaration.id)
    .execute()
}
