import { pick } from '@terreau/protocol/endpoint'
import { tutoringEndpoints } from '@terreau/protocol/tutoring'
import { tutoringRippleEndpoints } from '@terreau/protocol/tutoring-ripple'
import { newGesture } from '../../platform/gesture.ts'
import { mount, type Router } from '../../platform/http/mount.ts'
import { ownPersonIds } from '../../platform/own-person.ts'
import { countAttempt } from '../access/index.ts'
import { documentOf } from '../attestations/index.ts'
import { addHost } from './add-host.ts'
import { mountAgreements } from './agreements/agreement-routes.ts'
import { amendSession, correctSession } from './amend-session.ts'
import { answerConfirmation } from './answer-confirmation.ts'
import { approveSessions } from './approve-sessions.ts'
import { mountBadges } from './badges/badge-routes.ts'
import { mountBadgePages } from './badges/visitor-routes.ts'
import { cancelSession } from './cancel-session.ts'
import { changeRelation } from './change-relation.ts'
import { mountEngagement } from './engagement/engagement-routes.ts'
import { figuresByKind, figuresByMonth } from './figures-query.ts'
import { issueHoursCertificate } from './issue-hours-certificate.ts'
import { logSession } from './log-session.ts'
import { mountMatching } from './matching/matching-routes.ts'
import { openConfirmation } from './open-confirmation.ts'
import { pairPeople } from './pair-people.ts'
import { historyOf, listSessions, readSession } from './queries.ts'
import { listRelations, pairCandidates } from './relation-queries.ts'
import { renewLink } from './renew-link.ts'
import { resendLink } from './resend-link.ts'
import { ripple } from './ripple/ripple-query.ts'
import { settleDispute } from './settle-dispute.ts'
import { stateRelation } from './state-relation.ts'
import { mountTimeSheets } from './time-sheets/time-sheet-routes.ts'
import { tutorHome } from './tutor-home.ts'
import { mountValuation } from './valuation/valuation-routes.ts'
import { mountVoices } from './voice-routes.ts'

const on = tutoringEndpoints

export function mountTutoring(router: Router): void {
  mountOwn(router)
  mountConfirmations(router)
  mountVoices(router)
  mountStaff(router)
  mountMatching(router)
  mountAgreements(router)
  mountValuation(router)
  mountTimeSheets(router)
  mountEngagement(router)
  mountBadges(router)
  mountBadgePages(router)
}

function mountOwn(router: Router): void {
  mount(router, pick(on, 'GET /me/tutoring'), ({ tx, ctx, query }) => tutorHome(tx, ctx, query))
  mount(router, pick(on, 'GET /me/tutoring/months'), ({ tx, ctx }) =>
    figuresByMonth(tx, ctx, ownPersonIds(ctx)),
  )
  mount(router, pick(on, 'GET /me/tutoring/sessions/:sessionId'), ({ tx, ctx, params }) =>
    readSession(tx, ctx, { ...params, tutorIds: ownPersonIds(ctx) }),
  )
  mount(router, pick(on, 'POST /me/tutoring/sessions'), ({ ctx, body }) => logSession(ctx, body))
  mount(router, pick(on, 'PUT /me/tutoring/sessions/:sessionId'), ({ ctx, params, body }) =>
    amendSession(ctx, { ...params, ...body }),
  )
  mount(router, pick(on, 'POST /me/tutoring/sessions/:sessionId/link'), ({ ctx, params }) =>
    resendLink(ctx, params),
  )
  mount(router, pick(on, 'DELETE /me/tutoring/sessions/:sessionId'), ({ ctx, params }) =>
    cancelSession(ctx, params),
  )
  mount(router, pick(on, 'POST /me/tutoring/certificates'), ({ ctx, body }) =>
    issueHoursCertificate(ctx, body),
  )
  mount(
    router,
    pick(on, 'GET /me/tutoring/certificates/:attestationId/document'),
    async ({ tx, ctx, params }) => {
      const of = { ...params, personIds: ownPersonIds(ctx) }
      return { ...(await documentOf(tx, ctx.cooperativeId, of)), isInline: true }
    },
  )
}

function mountConfirmations(router: Router): void {
  mount(
    router,
    pick(on, 'GET /confirmations/:token'),
    async ({ tx, ctx, params: { token } }) => {
      const { shown, version } = await openConfirmation(tx, token, ctx.now)
      return { ...shown, gesture: newGesture(ctx.services.secrets, { token, version }, ctx.now) }
    },
    ({ services, clientNetwork }) =>
      countAttempt(services, 'public-code', { network: clientNetwork }),
  )
  mount(router, pick(on, 'POST /confirmations/:token'), ({ ctx, params, body }) =>
    answerConfirmation(ctx, { ...params, ...body }),
  )
  mount(
    router,
    pick(on, 'POST /confirmations/:token/renewal'),
    ({ ctx, params }) => renewLink(ctx, params),
    ({ services, clientNetwork, params }) =>
      countAttempt(services, 'public-code', { network: clientNetwork, account: params.token }),
  )
}

function mountStaff(router: Router): void {
  mount(router, pick(on, 'GET /tutoring'), async ({ tx, ctx, query }) => ({
    figures: await figuresByKind(tx, ctx),
    ...(await listSessions(tx, ctx, query)),
  }))
  mount(router, pick(on, 'GET /tutoring/sessions/:sessionId'), async ({ tx, ctx, params }) => ({
    session: await readSession(tx, ctx, params),
    ...(await historyOf(tx, ctx, params.sessionId)),
  }))
  mount(router, pick(on, 'PUT /tutoring/sessions/:sessionId'), async ({ ctx, params, body }) => {
    await correctSession(ctx, { ...params, ...body })
  })
  mount(router, pick(on, 'POST /tutoring/sessions/:sessionId/mediation'), ({ ctx, params, body }) =>
    settleDispute(ctx, { ...params, ...body }),
  )
  mount(router, pick(on, 'POST /tutoring/approvals'), ({ ctx, body }) => approveSessions(ctx, body))
  mount(router, pick(tutoringRippleEndpoints, 'GET /tutoring/ripple'), ({ tx, ctx }) =>
    ripple(tx, ctx),
  )
  mount(router, pick(on, 'GET /tutoring/relations'), ({ tx, ctx, query }) =>
    listRelations(tx, ctx, query),
  )
  mount(router, pick(on, 'POST /tutoring/relations'), ({ ctx, body }) => pairPeople(ctx, body))
  mount(router, pick(on, 'PUT /tutoring/relations/:relationId'), ({ ctx, params, body }) =>
    stateRelation(ctx, { ...params, ...body }),
  )
  mount(router, pick(on, 'POST /tutoring/relations/:relationId/ways'), ({ ctx, params, body }) =>
    changeRelation(ctx, { ...params, ...body }),
  )
  mount(router, pick(on, 'GET /tutoring/candidates'), ({ tx, ctx }) => pairCandidates(tx, ctx))
  mount(router, pick(on, 'POST /tutoring/hosts'), ({ ctx, body }) => addHost(ctx, body))
}
