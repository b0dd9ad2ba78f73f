import type { SessionState } from '@terreau/domain/tutoring/session'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { found } from '../../platform/problem-error.ts'
import type { SessionFacts } from './session-facts.ts'

/** Writes a new session and the part of each person. False when this session was already logged. */
export async function insertSession(
  tx: Tx,
  ctx: Context,
  of: { id: string; facts: SessionFacts },
): Promise<boolean> {
  const { tuteeIds, tutorId, ...columns } = of.facts
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('tutoringSession')
    .values({
      cooperativeId: ctx.cooperativeId,
      id: of.id,
      tutorPersonId: tutorId,
      ...columns,
      subjects: [...columns.subjects],
      tuteeCount: tuteeIds.length,
      loggedAt: ctx.now,
      stateAt: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return false
  await tx
    .insertInto('tutoringPart')
    .values(
      tuteeIds.map((tuteePersonId) => ({
        cooperativeId: ctx.cooperativeId,
        sessionId: of.id,
        tutorPersonId: tutorId,
        tuteePersonId,
      })),
    )
    .execute()
  return true
}

/** A new version with these facts: noted, and asked of everybody again. What was answered before stays. */
export async function rewriteSession(
  tx: Tx,
  ctx: Context,
  of: { id: string; facts: SessionFacts },
): Promise<void> {
  const { tuteeIds: _, tutorId: __, ...columns } = of.facts
  await forgetAnswers(tx, ctx, of.id)
  await tx
    .updateTable('tutoringSession')
    .set((eb) => ({
      ...columns,
      subjects: [...columns.subjects],
      version: eb('version', '+', 1),
      ...NOTED,
      stateAt: ctx.now,
    }))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', of.id)
    .execute()
}

/** The same facts, asked of everybody again: a new version too, so that old answers do not count. */
export async function askAgain(tx: Tx, ctx: Context, sessionId: string): Promise<void> {
  await forgetAnswers(tx, ctx, sessionId)
  await tx
    .updateTable('tutoringSession')
    .set((eb) => ({ version: eb('version', '+', 1), ...NOTED, stateAt: ctx.now }))
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', sessionId)
    .execute()
}

const NOTED = { state: 'noted', confirmedCount: 0, firmAt: null } as const

async function forgetAnswers(tx: Tx, ctx: Context, sessionId: string): Promise<void> {
  await tx
    .updateTable('tutoringPart')
    .set({ answer: null, what: null, firstAnsweredAt: null, answeredAt: null })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('sessionId', '=', sessionId)
    .execute()
}

/** The session of a verb, locked; of one tutor, under any of their files, when given. */
export async function lockSession(
  tx: Tx,
  ctx: Context,
  of: { sessionId: string; tutorIds?: readonly string[] },
) {
  let query = tx
    .selectFrom('tutoringSession')
    .select(['id', 'version', 'state', 'tutorPersonId', 'cancelledAt', 'voiceFileId'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', of.sessionId)
  if (of.tutorIds !== undefined)
    query = query.where(({ eb, val }) => eb('tutorPersonId', '=', eb.fn.any(val(of.tutorIds))))
  const session = found(await query.forUpdate().executeTakeFirst())
  return { ...session, state: session.state as SessionState }
}

/** The people of a session, in the order of their ids. */
export async function tuteeIdsOf(tx: Tx, ctx: Context, sessionId: string): Promise<string[]> {
  const parts = await tx
    .selectFrom('tutoringPart')
    .select('tuteePersonId')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('sessionId', '=', sessionId)
    .orderBy('tuteePersonId')
    .execute()
  return parts.map((part) => part.tuteePersonId)
}
