import { tutoringEndpoints } from '@terreau/protocol/tutoring'
import { mount, type Router } from '../../platform/http/mount.ts'
import { ownPersonIds } from '../../platform/own-person.ts'
import { countAttempt } from '../access/index.ts'
import { documentOf } from '../attestations/index.ts'
import { answerConfirmation } from './answer-confirmation.ts'
import { cancelSession } from './cancel-session.ts'
import { newGesture } from './gesture.ts'
import { issueHoursCertificate } from './issue-hours-certificate.ts'
import { logSession } from './log-session.ts'
import { openConfirmation } from './open-confirmation.ts'
import { pairPeople } from './pair-people.ts'
import { listRelations, listSessions, minuteTotals, pairCandidates } from './queries.ts'
import { renewLink } from './renew-link.ts'
import { resendLink } from './resend-link.ts'
import { tutorHome } from './tutor-home.ts'

const [
  home,
  log,
  link,
  cancel,
  certify,
  certificate,
  question,
  answer,
  renewal,
  list,
  relations,
  pair,
  candidates,
] = tutoringEndpoints

export function mountTutoring(router: Router): void {
  mount(router, home, ({ tx, ctx }) => tutorHome(tx, ctx))
  mount(router, log, ({ ctx, body }) => logSession(ctx, body))
  mount(router, link, ({ ctx, params }) => resendLink(ctx, params))
  mount(router, cancel, ({ ctx, params }) => cancelSession(ctx, params))
  mount(router, certify, ({ ctx, body }) => issueHoursCertificate(ctx, body))
  mount(router, certificate, async ({ tx, ctx, params }) => {
    const of = { ...params, personIds: ownPersonIds(ctx) }
    return { ...(await documentOf(tx, ctx.cooperativeId, of)), isInline: true }
  })
  mount(
    router,
    question,
    async ({ tx, ctx, params }) => {
      const asked = await openConfirmation(tx, params.token, ctx.now)
      const {
        tutorName,
        tuteeName,
        heldOn,
        minutes,
        mode,
        cooperative,
        answer: given,
        mayAnswer,
      } = asked
      const gesture = newGesture(ctx.services.secrets, params.token, ctx.now)
      return {
        tutorName,
        tuteeName,
        heldOn,
        minutes,
        mode,
        cooperative,
        answer: given,
        mayAnswer,
        gesture,
      }
    },
    ({ services, clientNetwork }) =>
      countAttempt(services, 'public-code', { network: clientNetwork }),
  )
  mount(router, answer, ({ ctx, params, body }) => answerConfirmation(ctx, { ...params, ...body }))
  mount(
    router,
    renewal,
    ({ ctx, params }) => renewLink(ctx, params),
    ({ services, clientNetwork, params }) =>
      countAttempt(services, 'public-code', { network: clientNetwork, account: params.token }),
  )
  mount(router, list, async ({ tx, ctx, query }) => ({
    totals: await minuteTotals(tx, ctx.cooperativeId),
    ...(await listSessions(tx, ctx.cooperativeId, query)),
  }))
  mount(router, relations, ({ tx, ctx }) => listRelations(tx, ctx.cooperativeId))
  mount(router, candidates, ({ tx, ctx }) => pairCandidates(tx, ctx.cooperativeId))
  mount(router, pair, ({ ctx, body }) => pairPeople(ctx, body))
}
