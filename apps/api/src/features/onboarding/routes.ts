import { pick } from '@terreau/protocol/endpoint'
import { infoMeetingsEndpoints as meetings } from '@terreau/protocol/info-meetings'
import { leadsEndpoints as leads } from '@terreau/protocol/leads'
import { mount, type Router } from '../../platform/http/mount.ts'
import { advisers } from './advisers.ts'
import { createLead } from './leads/create-lead.ts'
import { listLeads } from './leads/list-leads.ts'
import { openFile } from './leads/open-file.ts'
import { readLead } from './leads/read-lead.ts'
import { recordAct } from './leads/record-act.ts'
import { recordInterview } from './leads/record-interview.ts'
import { cancelMeeting } from './meetings/cancel-meeting.ts'
import { inviteGuests } from './meetings/invite-guests.ts'
import { noteAttendance } from './meetings/note-attendance.ts'
import { planMeeting } from './meetings/plan-meeting.ts'
import { listMeetings, readMeeting } from './meetings/queries.ts'

export function mountOnboarding(router: Router): void {
  mountLeads(router)
  mountMeetings(router)
  mount(router, pick(leads, 'GET /advisers'), ({ tx, ctx }) => advisers(tx, ctx))
}

function mountLeads(router: Router): void {
  mount(router, pick(leads, 'GET /leads'), ({ tx, ctx, query }) => listLeads(tx, ctx, query))
  mount(router, pick(leads, 'POST /leads'), ({ ctx, body }) => createLead(ctx, body))
  mount(router, pick(leads, 'GET /leads/:leadId'), ({ tx, ctx, params }) =>
    readLead(tx, ctx, params.leadId),
  )
  mount(router, pick(leads, 'POST /leads/:leadId/acts'), ({ ctx, params, body }) =>
    recordAct(ctx, { ...params, ...body }),
  )
  mount(router, pick(leads, 'POST /leads/:leadId/interviews'), ({ ctx, params, body }) =>
    recordInterview(ctx, { ...params, ...body }),
  )
  mount(router, pick(leads, 'POST /leads/:leadId/file'), ({ ctx, params, body }) =>
    openFile(ctx, { ...params, ...body }),
  )
}

function mountMeetings(router: Router): void {
  mount(router, pick(meetings, 'GET /information-meetings'), ({ tx, ctx, query }) =>
    listMeetings(tx, ctx, query),
  )
  mount(router, pick(meetings, 'POST /information-meetings'), ({ ctx, body }) =>
    planMeeting(ctx, body),
  )
  mount(router, pick(meetings, 'GET /information-meetings/:meetingId'), ({ tx, ctx, params }) =>
    readMeeting(tx, ctx, params.meetingId),
  )
  mount(
    router,
    pick(meetings, 'POST /information-meetings/:meetingId/guests'),
    ({ ctx, params, body }) => inviteGuests(ctx, { ...params, ...body }),
  )
  mount(
    router,
    pick(meetings, 'PUT /information-meetings/:meetingId/attendance'),
    ({ ctx, params, body }) => noteAttendance(ctx, { ...params, ...body }),
  )
  mount(router, pick(meetings, 'DELETE /information-meetings/:meetingId'), ({ ctx, params }) =>
    cancelMeeting(ctx, params),
  )
}
