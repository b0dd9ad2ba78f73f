import { attestationDeliveriesEndpoints } from '@terreau/protocol/attestation-deliveries'
import { attestationsEndpoints } from '@terreau/protocol/attestations'
import { mount, type Router } from '../../platform/http/mount.ts'

import { ownPersonIds } from '../../platform/own-person.ts'
import { mountAttestationBatches } from './batches/batch-routes.ts'
import { noteDelivery } from './deliveries/note-delivery.ts'
import { issueCertificate } from './issue-certificate.ts'
import { mountAttestationKeys } from './key-routes.ts'
import { listAttestations } from './queries.ts'
import { replaceAttestation } from './replace-attestation.ts'
import { mountAttestationRequests } from './requests/request-routes.ts'
import { revokeAttestation } from './revoke-attestation.ts'
import { mountAttestationTemplates } from './templates/template-routes.ts'
import { mountVerifyPages } from './verify-routes.ts'
import { detailView, documentAnswer, factsView, ownAttestations } from './views.ts'

const [facts, list, issue, detail, document, revocation, replacement, mine, myDocument] =
  attestationsEndpoints
const [delivery] = attestationDeliveriesEndpoints

export function mountAttestations(router: Router): void {
  mountVerifyPages(router)
  mountAttestationKeys(router)
  mountAttestationBatches(router)
  mountAttestationRequests(router)
  mountAttestationTemplates(router)
  mount(router, facts, ({ tx, ctx, query }) =>
    factsView(tx, ctx, {
      ...query,
      months: query.months ?? [],
      isProvisional: query.isProvisional ?? false,
    }),
  )
  mount(router, list, ({ tx, ctx, query }) =>
    listAttestations(tx, ctx.cooperativeId, { ...query, today: ctx.today }),
  )
  mount(router, issue, ({ ctx, body }) => issueCertificate(ctx, body))
  mount(router, detail, ({ tx, ctx, params }) => detailView(tx, ctx, params.attestationId))
  mount(router, document, ({ tx, ctx, params }) => documentAnswer(tx, ctx, params))
  mount(router, revocation, ({ ctx, params, body }) =>
    revokeAttestation(ctx, { ...params, ...body }),
  )
  mount(router, replacement, ({ ctx, params, body }) =>
    replaceAttestation(ctx, { ...params, ...body }),
  )
  mount(router, delivery, ({ ctx, params, body }) => noteDelivery(ctx, { ...params, ...body }))
  mount(router, mine, ({ tx, ctx }) => ownAttestations(tx, ctx))
  mount(router, myDocument, ({ tx, ctx, params }) =>
    documentAnswer(tx, ctx, { ...params, personIds: ownPersonIds(ctx) }),
  )
}
