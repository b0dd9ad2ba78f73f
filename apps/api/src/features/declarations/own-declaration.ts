import { randomUUID } from 'node:crypto'
import { type YearMonth, yearMonth } from '@terreau/domain/time/year-month'
import type { declarationDraft } from '@terreau/protocol/declaration-views'
import { type Selectable, sql } from 'kysely'
import type { z } from 'zod'
import { type Context, userIdOf } from '../../platform/context.ts'
import type { Declaration } from '../../platform/db/database.gen.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { ProblemError } from '../../platform/problem-error.ts'
import { bookMonthFor, isMonthClosed } from '../ledger/index.ts'
import type { DeclarationKey } from './declared-lines.ts'
import type { DeclarableMonth } from './own-months.ts'

export type Draft = z.output<typeof declarationDraft>

export type StoredState = 'draft' | 'submitted' | 'question' | 'accepted'

export interface OwnDeclaration extends DeclarationKey {
  state: StoredState
  channel: string
  declaredBy: string
  number: string | null
  sequence: number
  version: number
  draft: Draft | null
  submittedAt: Date | null
  /** Why staff gave it back, while it was not sent again. */
  returnReason: string | null
  returnedBy: string | null
  returnedAt: Date | null
  updatedAt: Date
}

/** The latest declaration about a month of an activity; locked until COMMIT when it will be written. */
export async function findDeclaration(
  tx: Tx,
  cooperativeId: string,
  of: { personId: string; activityId: string; month: YearMonth },
  options: { isLocked: boolean },
): Promise<OwnDeclaration | undefined> {
  const query = tx
    .selectFrom('declaration')
    .selectAll()
    .where('cooperativeId', '=', cooperativeId)
    .where('personId', '=', of.personId)
    .where('activityId', '=', of.activityId)
    .where('concernsMonth', '=', of.month)
    .orderBy('sequence', 'desc')
    .limit(1)
  const row = await (options.isLocked ? query.forUpdate() : query).executeTakeFirst()
  return row && toOwnDeclaration(row)
}

function toOwnDeclaration(row: Selectable<Declaration>): OwnDeclaration {
  return {
    ...row,
    month: yearMonth(row.month),
    concernsMonth: yearMonth(row.concernsMonth),
    state: row.state as StoredState,
    draft: readStoredDraft(row.draft),
  }
}

export interface AskedMonth {
  month: DeclarableMonth
  channel: 'phone' | 'staff'
}

/**
 * The latest declaration about a month, locked, or a new draft when there is none. When two devices
 * begin at the same time, both get the row of the first.
 */
export async function latestOrNew(
  tx: Tx,
  ctx: Context,
  asked: AskedMonth,
): Promise<OwnDeclaration> {
  const of = asked.month
  const known = await findDeclaration(tx, ctx.cooperativeId, of, { isLocked: true })
  if (known !== undefined) return known
  const made =
    (await insertDraft(tx, ctx, asked, 0)) ??
    (await findDeclaration(tx, ctx.cooperativeId, of, { isLocked: true }))
  if (made === undefined) throw new Error('a declaration just written is found')
  return made
}

/**
 * The declaration that may still be written: the draft there is. Once the books of a month are closed,
 * something forgotten becomes a further declaration, booked in the first open month; what is sent and
 * not closed is taken back first.
 */
export async function draftToWrite(
  tx: Tx,
  ctx: Context,
  asked: AskedMonth,
  latest: OwnDeclaration,
): Promise<OwnDeclaration> {
  const isClosed = await isMonthClosed(tx, ctx.cooperativeId, latest.month)
  if (latest.state === 'draft' && !isClosed) return latest
  const maySendMore = isClosed && (latest.state === 'draft' || latest.state === 'accepted')
  if (!maySendMore) {
    throw new ProblemError('declaration-already-sent', { number: latest.number ?? '' })
  }
  const of = asked.month
  const made =
    (await insertDraft(tx, ctx, asked, latest.sequence + 1)) ??
    (await findDeclaration(tx, ctx.cooperativeId, of, { isLocked: true }))
  if (made?.state !== 'draft') throw new ProblemError('declaration-already-sent')
  if (latest.state === 'draft') await carryOver(tx, ctx.cooperativeId, latest.id, made.id)
  return made
}

/** The new draft, or undefined when another device was first. */
async function insertDraft(
  tx: Tx,
  ctx: Context,
  asked: AskedMonth,
  sequence: number,
): Promise<OwnDeclaration | undefined> {
  const { month, activityId, contractId, personId } = asked.month
  const row = await tx
    .insertInto('declaration')
    .values({
      cooperativeId: ctx.cooperativeId,
      id: randomUUID(),
      activityId,
      personId,
      contractId,
      month: await bookMonthFor(tx, ctx.cooperativeId, month),
      concernsMonth: month,
      sequence,
      state: 'draft',
      channel: asked.channel,
      declaredBy: userIdOf(ctx),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  return row && toOwnDeclaration(row)
}

/**
 * A draft that was waiting when its month closed can change no more: what was typed and photographed
 * goes on in the new one.
 */
async function carryOver(
  tx: Tx,
  cooperativeId: string,
  fromId: string,
  toId: string,
): Promise<void> {
  await tx
    .insertInto('receipt')
    .columns(['cooperativeId', 'declarationId', 'id', 'lineId', 'documentId'])
    .expression((eb) =>
      eb
        .selectFrom('receipt')
        .select(({ val }) => [
          'cooperativeId',
          sql<string>`${val(toId)}::uuid`.as('declarationId'),
          'id',
          'lineId',
          'documentId',
        ])
        .where('cooperativeId', '=', cooperativeId)
        .where('declarationId', '=', fromId),
    )
    .execute()
}

/** What a draft column holds: the answers as sent, or the empty object of a row made elsewhere. */
function readStoredDraft(stored: unknown): Draft | null {
  if (typeof stored !== 'object' || stored === null || !('clientId' in stored)) return null
  return stored as Draft
}
