import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { found, ProblemError } from '../../../platform/problem-error.ts'

/** A meeting to change, locked; a cancelled one changes no more. */
export async function lockMeeting(tx: Tx, ctx: Context, meetingId: string) {
  const row = await tx
    .selectFrom('infoMeeting')
    .selectAll()
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('id', '=', meetingId)
    .forUpdate()
    .executeTakeFirst()
  const meeting = found(row)
  if (meeting.cancelledAt !== null) throw new ProblemError('meeting-is-cancelled')
  return meeting
}
