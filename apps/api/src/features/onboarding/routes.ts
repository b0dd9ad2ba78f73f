import { pick } from '@terreau/protocol/endpoint'
import { infoMeetingsEndpoints as meetings } from '@terreau/protocol/info-meetings'
import { leadsEndpoints as leads } from '@terreau/protocol/leads'
import { peopleEndpoints as people } from '@terreau/protocol/people'
import { pieceKindsEndpoints as kinds } from '@terreau/protocol/piece-kinds'
import { referentsEndpoints as referents } from '@terreau/protocol/referents'
import { welcomeEndpoints as welcome } from '@terreau/protocol/welcome'
import { mount, type Router } from '../../platform/http/mount.ts'
import { advisers } from './advisers.ts'
import { recordFact } from './facts/record-fact.ts'
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
import { mergePeople, undoMerge } from './merges/merge-people.ts'
import { askPieces } from './pieces/ask-pieces.ts'
import { judgePiece } from './pieces/judge-piece.ts'
import { noteConversation } from './pieces/note-conversation.ts'
import { pieceFile } from './pieces/piece-file.ts'
import {
  addPieceKind,
  pieceKinds,
  proposePieceKinds,
  retirePieceKind,
} from './pieces/piece-kinds.ts'
import { receiveOwnPiece, receivePiece } from './pieces/receive-piece.ts'
import { notePieceShare } from './pieces/share-pieces.ts'
import { assignReferent } from './referents/assign-referent.ts'
import { listReferents } from './referents/list-referents.ts'
import { answerQuestion } from './welcome/answer-question.ts'
import { ownWelcome } from './welcome/own-welcome.ts'
import { readWelcome } from './welcome/read-welcome.ts'
import { savePlace } from './welcome/save-place.ts'

export function mountOnboarding(router: Router): void {
  mountLeads(router)
  mountMeetings(router)
  mountWelcome(router)
  mountOwnWelcome(router)
  mountPieceKinds(router)
  mountReferents(router)
  mountMerges(router)
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

function mountWelcome(router: Router): void {
  mount(router, pick(welcome, 'GET /people/:personId/welcome'), ({ tx, ctx, params }) =>
    readWelcome(tx, ctx, params.personId),
  )
  mount(router, pick(welcome, 'PUT /people/:personId/facts'), ({ ctx, params, body }) =>
    recordFact(ctx, { ...params, ...body }),
  )
  mount(router, pick(welcome, 'POST /people/:personId/pieces'), ({ ctx, params, body }) =>
    askPieces(ctx, { ...params, ...body }),
  )
  mount(router, pick(welcome, 'POST /people/:personId/conversations'), ({ ctx, params, body }) =>
    noteConversation(ctx, { ...params, ...body }),
  )
  mount(router, pick(welcome, 'POST /people/:personId/piece-shares'), ({ ctx, params, body }) =>
    notePieceShare(ctx, { ...params, ...body }),
  )
  mount(router, pick(welcome, 'POST /pieces/:pieceId/verdict'), ({ ctx, params, body }) =>
    judgePiece(ctx, { ...params, ...body }),
  )
  mount(router, pick(welcome, 'POST /pieces/:pieceId/file'), ({ ctx, params, body }) =>
    receivePiece(ctx, { ...params, file: body }),
  )
  mount(router, pick(welcome, 'GET /pieces/:pieceId/file'), ({ tx, ctx, params }) =>
    pieceFile(tx, ctx, params.pieceId),
  )
}

function mountOwnWelcome(router: Router): void {
  mount(router, pick(welcome, 'GET /me/welcome'), ({ tx, ctx }) => ownWelcome(tx, ctx))
  mount(router, pick(welcome, 'PUT /me/welcome/answers/:question'), ({ ctx, params, body }) =>
    answerQuestion(ctx, { ...params, ...body }),
  )
  mount(router, pick(welcome, 'PUT /me/welcome/place'), ({ ctx, body }) => savePlace(ctx, body))
  mount(router, pick(welcome, 'POST /me/pieces/:pieceId/file'), ({ ctx, params, body }) =>
    receiveOwnPiece(ctx, { ...params, file: body }),
  )
}

function mountPieceKinds(router: Router): void {
  mount(router, pick(kinds, 'GET /piece-kinds'), ({ tx, ctx }) => pieceKinds(tx, ctx))
  mount(router, pick(kinds, 'POST /piece-kinds'), ({ ctx, body }) => addPieceKind(ctx, body))
  mount(router, pick(kinds, 'POST /piece-kinds/proposal'), ({ ctx }) =>
    proposePieceKinds(ctx, undefined),
  )
  mount(router, pick(kinds, 'DELETE /piece-kinds/:pieceKindId'), ({ ctx, params }) =>
    retirePieceKind(ctx, params),
  )
}

function mountReferents(router: Router): void {
  mount(router, pick(referents, 'GET /referents'), ({ tx, ctx, query }) =>
    listReferents(tx, ctx, query),
  )
  mount(router, pick(referents, 'POST /referents'), ({ ctx, body }) => assignReferent(ctx, body))
}

function mountMerges(router: Router): void {
  mount(router, pick(people, 'POST /people/:personId/merges'), ({ ctx, params, body }) =>
    mergePeople(ctx, { ...params, ...body }),
  )
  mount(router, pick(people, 'POST /merges/:mergeId/undo'), ({ ctx, params, body }) =>
    undoMerge(ctx, { ...params, ...body }),
  )
}
