import { pick } from '@terreau/protocol/endpoint'
import { tutoringAgreementsEndpoints } from '@terreau/protocol/tutoring-agreements'
import { newGesture } from '../../../platform/gesture.ts'
import { mount, type Router } from '../../../platform/http/mount.ts'
import { countAttempt } from '../../access/index.ts'
import { renewAgreementLink, resendAgreementLinks, shownAgreement } from './agreement-link.ts'
import { agreementFile, staffAgreement } from './agreement-queries.ts'
import { answerAgreement, reviewAgreement } from './answer-agreement.ts'
import { countersignAgreement, endAgreement, writeAgreement } from './write-agreement.ts'

const on = tutoringAgreementsEndpoints

export function mountAgreements(router: Router): void {
  mountStaff(router)
  mountLinks(router)
}

function mountStaff(router: Router): void {
  const of = '/tutoring/relations/:relationId/agreement'
  mount(router, pick(on, `GET ${of}`), ({ tx, ctx, params }) =>
    staffAgreement(tx, ctx, params.relationId),
  )
  mount(router, pick(on, `PUT ${of}`), ({ ctx, params, body }) =>
    writeAgreement(ctx, { ...params, ...body }),
  )
  mount(router, pick(on, `POST ${of}/links`), ({ ctx, params }) =>
    resendAgreementLinks(ctx, params),
  )
  mount(router, pick(on, `POST ${of}/countersignature`), ({ ctx, params }) =>
    countersignAgreement(ctx, params),
  )
  mount(router, pick(on, `GET ${of}/document`), ({ tx, ctx, params }) =>
    agreementFile(tx, ctx, params.relationId),
  )
  mount(router, pick(on, `POST ${of}/end`), ({ ctx, params, body }) =>
    endAgreement(ctx, { ...params, ...body }),
  )
}

function mountLinks(router: Router): void {
  mount(
    router,
    pick(on, 'GET /agreements/:token'),
    async ({ tx, ctx, params: { token } }) => {
      const { shown, version } = await shownAgreement(tx, token, ctx.now)
      return { ...shown, gesture: newGesture(ctx.services.secrets, { token, version }, ctx.now) }
    },
    ({ services, clientNetwork }) =>
      countAttempt(services, 'public-code', { network: clientNetwork }),
  )
  mount(router, pick(on, 'POST /agreements/:token'), ({ ctx, params, body }) =>
    answerAgreement(ctx, { ...params, ...body }),
  )
  mount(router, pick(on, 'POST /agreements/:token/review'), ({ ctx, params, body }) =>
    reviewAgreement(ctx, { ...params, ...body }),
  )
  mount(
    router,
    pick(on, 'POST /agreements/:token/renewal'),
    ({ ctx, params }) => renewAgreementLink(ctx, params),
    ({ services, clientNetwork, params }) =>
      countAttempt(services, 'public-code', { network: clientNetwork, account: params.token }),
  )
}
