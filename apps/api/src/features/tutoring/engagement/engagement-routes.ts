import { pick } from '@terreau/protocol/endpoint'
import { tutoringEngagementEndpoints } from '@terreau/protocol/tutoring-engagement'
import { mount, type Router } from '../../../platform/http/mount.ts'
import { hostEngagement, ownEngagement } from './engagement-queries.ts'
import { evidenceSheet } from './evidence-sheet.ts'
import { recordHostFacts, recordRole } from './record-engagement.ts'

const on = tutoringEngagementEndpoints

export function mountEngagement(router: Router): void {
  mount(router, pick(on, 'GET /me/tutoring/engagement'), ({ tx, ctx, query }) =>
    ownEngagement(tx, ctx, query),
  )
  mount(router, pick(on, 'GET /me/tutoring/evidence'), ({ tx, ctx, query }) =>
    evidenceSheet(tx, ctx, query),
  )
  mount(router, pick(on, 'GET /tutoring/hosts/:hostId/engagement'), ({ tx, ctx, params, query }) =>
    hostEngagement(tx, ctx, { ...params, ...query }),
  )
  mount(router, pick(on, 'PUT /tutoring/hosts/:hostId/engagement'), ({ ctx, params, body }) =>
    recordHostFacts(ctx, { ...params, ...body }),
  )
  mount(router, pick(on, 'PUT /tutoring/hosts/:hostId/engagement/roles'), ({ ctx, params, body }) =>
    recordRole(ctx, { ...params, ...body }),
  )
}
