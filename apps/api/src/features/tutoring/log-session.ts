import { type LocalDate, localDate } from '@terreau/domain/time/local-date'
import {
  type SessionGuard,
  sessionGuards,
  type TutoringSession,
} from '@terreau/domain/tutoring/session'
import type { TutoringSubject } from '@terreau/domain/tutoring/subjects'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/transaction.ts'
import { mutation } from '../../platform/mutation.ts'
import { fileIds, ownPersonId } from '../../platform/own-person.ts'
import { found, ProblemError } from '../../platform/problem-error.ts'
import { sendConfirmationLink } from './confirmation-link.ts'
import type { Mode } from './queries.ts'

export interface LogSessionInput {
  id: string
  tuteeId: string
  heldOn: LocalDate
  minutes: number
  mode: Mode
  subjects: TutoringSubject[]
  note: string
  checked: SessionGuard[]
}

/**
 * A tutor writes down a session. Unusual ones are asked about once, never refused, except a day that has
 * not come yet. The client names the session, so sending it twice logs it once.
 */
export const logSession = mutation({
  access: 'tutoring.log',
  async run(tx, ctx, input: LogSessionInput) {
    const { tutorPersonId: tutorId } = await ownRelation(tx, ctx, input.tuteeId)
    await askAboutUnusual(tx, ctx, input)
    const written = await insertSession(tx, ctx, tutorId, input)
    const link = await sendConfirmationLink(tx, ctx, ctx.cooperativeId, input.id, {
      mayMail: written,
    })
    const value = { id: input.id, confirmationUrl: link.confirmationUrl, wasMailed: link.wasMailed }
    if (!written) return { value, audit: 'unchanged' }
    const after = { heldOn: input.heldOn, minutes: input.minutes, mode: input.mode }
    return {
      value,
      audit: [
        { action: 'tutoring.logged', entity: { kind: 'tutoring-session', id: input.id }, after },
      ],
      jobs: link.jobs,
    }
  },
})

/** Writes the row itself; used by the demonstration too. False when this session was already logged. */
export async function insertSession(
  tx: Tx,
  ctx: Context,
  tutorId: string,
  input: Omit<LogSessionInput, 'checked'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('tutoringSession')
    .values({
      cooperativeId: ctx.cooperativeId,
      id: input.id,
      tutorPersonId: tutorId,
      tuteePersonId: input.tuteeId,
      heldOn: input.heldOn,
      minutes: input.minutes,
      mode: input.mode,
      subjects: input.subjects,
      note: input.note,
      loggedAt: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The relation under which the session is written: it may be that of a file joined to the own one. */
async function ownRelation(
  tx: Tx,
  ctx: Context,
  tuteeId: string,
): Promise<{ tutorPersonId: string }> {
  const relation = await tx
    .selectFrom('tutoringRelation')
    .select('tutorPersonId')
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('tutorPersonId', 'in', fileIds(ctx.cooperativeId, ownPersonId(ctx)))
    .where('tuteePersonId', '=', tuteeId)
    .where('endedOn', 'is', null)
    .executeTakeFirst()
  return found(relation)
}

async function askAboutUnusual(tx: Tx, ctx: Context, input: LogSessionInput): Promise<void> {
  const others = await recentSessions(tx, ctx)
  const session: TutoringSession = { ...input, startMinute: null, tuteeIds: [input.tuteeId] }
  const guards = sessionGuards(session, { others, today: ctx.today })
  if (guards.includes('future')) {
    throw new ProblemError('session-in-future', undefined, [
      { pointer: '/body/heldOn', code: 'session-in-future' },
    ])
  }
  const open = guards.filter((guard) => !input.checked.includes(guard))
  if (open.length > 0) {
    const errors = open.map((guard) => ({
      pointer: '/body/checked',
      code: `tutoring-guard-${guard}`,
    }))
    throw new ProblemError('tutoring-please-check', undefined, errors)
  }
}

async function recentSessions(tx: Tx, ctx: Context): Promise<TutoringSession[]> {
  const rows = await tx
    .selectFrom('tutoringSession')
    .select(['id', 'heldOn', 'minutes', 'tuteePersonId'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('tutorPersonId', 'in', fileIds(ctx.cooperativeId, ownPersonId(ctx)))
    .where('cancelledAt', 'is', null)
    .orderBy('heldOn', 'desc')
    .limit(200)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    heldOn: localDate(row.heldOn),
    startMinute: null,
    minutes: row.minutes,
    tuteeIds: [row.tuteePersonId],
  }))
}
