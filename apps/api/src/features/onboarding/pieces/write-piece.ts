import {
  isPieceState,
  type PieceAct,
  pieceTransition,
  standingOf,
  stateOf,
} from '@terreau/domain/pipeline/pieces'
import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import { actorLabel, type Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { found, refuse } from '../../../platform/problem-error.ts'

interface PieceActRow {
  act: PieceAct | 'remind' | 'speak'
  doneOn: LocalDate
  documentVersion?: number | null
  reason?: string | null
  words?: string
  expiresOn?: LocalDate | null
  channel?: 'email' | 'phone'
}

/** A piece to change, locked. */
export async function lockPiece(tx: Tx, ctx: Context, pieceId: string) {
  const row = found(
    await tx
      .selectFrom('piece')
      .selectAll()
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', pieceId)
      .forUpdate()
      .executeTakeFirst(),
  )
  if (!isPieceState(row.state)) throw new Error(`${row.state} is no state of a piece`)
  const expiresOn = row.expiresOn === null ? null : localDate(row.expiresOn)
  return { ...row, state: row.state, expiresOn }
}

/** Moves a locked piece by one act, if the domain allows it, and writes the act down. */
export async function movePiece(
  tx: Tx,
  ctx: Context,
  piece: Awaited<ReturnType<typeof lockPiece>>,
  change: { act: PieceAct; set: object; row?: Omit<PieceActRow, 'act' | 'doneOn'> },
) {
  const next = pieceTransition(standingOf(piece), change.act)
  if (!next.ok) refuse(next.refusal)
  const version = piece.version + 1
  const state = stateOf(next.value)
  const isRenewed = next.value === 'renewed'
  await tx
    .updateTable('piece')
    .set({ ...change.set, state, renewalReceivedAt: isRenewed ? ctx.now : null, version })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', piece.id)
    .execute()
  await insertPieceAct(tx, ctx, piece.id, { ...change.row, act: change.act, doneOn: ctx.today })
  return { state, version }
}

/** One line of the history of a piece. */
export async function insertPieceAct(
  tx: Tx,
  ctx: Context,
  pieceId: string,
  act: PieceActRow,
): Promise<void> {
  const { cooperativeId } = ctx
  const last = await tx
    .selectFrom('pieceAct')
    .select((eb) => eb.fn.max('n').as('n'))
    .where('cooperativeId', '=', cooperativeId)
    .where('pieceId', '=', pieceId)
    .executeTakeFirst()
  await tx
    .insertInto('pieceAct')
    .values({
      cooperativeId,
      pieceId,
      n: (last?.n ?? 0) + 1,
      documentVersion: null,
      reason: null,
      words: '',
      expiresOn: null,
      channel: null,
      ...act,
      recordedBy: actorLabel(ctx.actor),
      recordedAt: ctx.now,
    })
    .execute()
}
