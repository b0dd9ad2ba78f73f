import { PIPELINE } from '@terreau/domain/pipeline/stage'
import { localDate } from '@terreau/domain/time/local-date'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/db/transaction.ts'
import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { lockLead } from '../leads/lock-lead.ts'
import { writeAct } from '../leads/write-act.ts'
import { lockMeeting } from './lock-meeting.ts'

interface Attendance {
  meetingId: string
  came: string[]
  headCount: number | null
}

/**
 * Notes who came and how many were in the room. Coming moves a contact on, once; a name that was ticked by
 * mistake is unticked, and its path keeps both lines.
 */
export const noteAttendance = mutation<Attendance, { version: number }>({
  access: 'onboarding.manage',
  async run(tx, ctx, { meetingId, came, headCount }) {
    const meeting = await lockMeeting(tx, ctx, meetingId)
    if (meeting.version !== ctx.ifMatch) throw new ProblemError('version-changed')
    if (meeting.heldOn > ctx.today) throw new ProblemError('meeting-not-yet')
    const present = new Set(came)
    if (headCount !== null && headCount < present.size)
      throw new ProblemError('attendance-below-named', undefined, [
        { pointer: '/body/headCount', code: 'attendance-below-named' },
      ])
    const guests = await guestsOf(tx, ctx, meetingId)
    if ([...present].some((id) => !guests.has(id))) throw new ProblemError('not-found')
    for (const [leadId, before] of guests) {
      const isThere = present.has(leadId)
      if (before !== isThere) await noteGuest(tx, ctx, { meetingId, leadId, isThere })
      if (isThere && before !== true) await moveOn(tx, ctx, leadId, meeting.heldOn)
    }
    const version = meeting.version + 1
    await tx
      .updateTable('infoMeeting')
      .set({ headCount, countedAt: ctx.now, version })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', meetingId)
      .execute()
    const entity = { kind: 'meeting', id: meetingId }
    return {
      value: { version },
      audit: [
        { action: 'meeting.attendance-noted', entity, after: { named: present.size, headCount } },
      ],
    }
  },
})

async function guestsOf(
  tx: Tx,
  ctx: Context,
  meetingId: string,
): Promise<ReadonlyMap<string, boolean | null>> {
  const rows = await tx
    .selectFrom('infoMeetingGuest')
    .select(['leadId', 'came'])
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('meetingId', '=', meetingId)
    .orderBy('leadId')
    .execute()
  return new Map(rows.map((row) => [row.leadId, row.came]))
}

async function noteGuest(
  tx: Tx,
  ctx: Context,
  guest: { meetingId: string; leadId: string; isThere: boolean },
): Promise<void> {
  await tx
    .updateTable('infoMeetingGuest')
    .set({ came: guest.isThere, notedAt: ctx.now })
    .where('cooperativeId', '=', ctx.cooperativeId)
    .where('meetingId', '=', guest.meetingId)
    .where('leadId', '=', guest.leadId)
    .execute()
}

/** Somebody who was refused or is admitted already may sit in the room: their path does not move. */
async function moveOn(tx: Tx, ctx: Context, leadId: string, heldOn: string): Promise<void> {
  const lead = await lockLead(tx, ctx, leadId)
  if (PIPELINE[lead.stage].attend === undefined || lead.personId !== null) return
  await writeAct(tx, ctx, lead, { act: 'attend', doneOn: localDate(heldOn) })
}
