import { attestationRequestsEndpoints } from '@terreau/protocol/attestation-requests'
import { mount, type Router } from '../../../platform/http/mount.ts'
import { ownPersonIds } from '../../../platform/own-person.ts'
import { personExists } from '../../people/index.ts'
import { refuseRequest } from './answer-requests.ts'
import { askAttestation } from './ask-attestation.ts'
import { kindsToAsk, requestsOf } from './request-views.ts'

const [mine, ask, ofPerson, refusal] = attestationRequestsEndpoints

export function mountAttestationRequests(router: Router): void {
  mount(router, mine, async ({ tx, ctx }) => ({
    kinds: await kindsToAsk(tx, ctx),
    requests: await requestsOf(tx, ctx.cooperativeId, ownPersonIds(ctx), ['waiting', 'refused']),
  }))
  mount(router, ask, ({ ctx, body }) => askAttestation(ctx, body))
  mount(router, ofPerson, async ({ tx, ctx, params: { personId } }) => {
    await personExists(tx, ctx, personId)
    return requestsOf(tx, ctx.cooperativeId, [personId], ['waiting'])
  })
  mount(router, refusal, ({ ctx, params, body }) => refuseRequest(ctx, { ...params, ...body }))
}
