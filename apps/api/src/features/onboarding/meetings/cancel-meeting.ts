import { mutation } from '../../../platform/mutation.ts'
import { ProblemError } from '../../../platform/problem-error.ts'
import { tellGuests } from './invite-guests.ts'
import { lockMeeting } from './lock-meeting.ts'

/** Cancels a meeting that was not held, and tells those who were invited. */
export const cancelMeeting = mutation<{ meetingId: string }, undefined>({
  access: 'onboarding.manage',
  async run(tx, ctx, { meetingId }) {
    const meeting = await lockMeeting(tx, ctx, meetingId)
    if (meeting.countedAt !== null) throw new ProblemError('meeting-was-held')
    await tx
      .updateTable('infoMeeting')
      .set({ cancelledAt: ctx.now, version: meeting.version + 1 })
      .where('cooperativeId', '=', ctx.cooperativeId)
      .where('id', '=', meetingId)
      .execute()
    const guests = await tx
      .selectFrom('infoMeetingGuest as g')
      .innerJoin('lead as l', (join) =>
        join.onRef('l.cooperativeId', '=', 'g.cooperativeId').onRef('l.id', '=', 'g.leadId'),
      )
      .select(['l.givenName', 'l.familyName', 'l.email', 'l.locale'])
      .where('g.cooperativeId', '=', ctx.cooperativeId)
      .where('g.meetingId', '=', meetingId)
      .execute()
    const isToTell = meeting.heldOn >= ctx.today
    const entity = { kind: 'meeting', id: meetingId }
    return {
      value: undefined,
      audit: [{ action: 'meeting.cancelled', entity }],
      jobs: isToTell ? await tellGuests(tx, ctx, 'meeting-cancelled', meeting, guests) : [],
    }
  },
})
