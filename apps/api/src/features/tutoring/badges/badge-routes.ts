import { pick } from '@terreau/protocol/endpoint'
import { tutoringBadgesEndpoints } from '@terreau/protocol/tutoring-badges'
import { mount, type Router } from '../../../platform/http/mount.ts'
import { listBadges, ownBadges } from './badge-queries.ts'
import { issueBadge } from './issue-badge.ts'
import { revokeBadge } from './revoke-badge.ts'

const on = tutoringBadgesEndpoints

export function mountBadges(router: Router): void {
  mount(router, pick(on, 'GET /me/tutoring/badges'), ({ tx, ctx }) => ownBadges(tx, ctx))
  mount(router, pick(on, 'GET /tutoring/badges'), ({ tx, ctx, query }) =>
    listBadges(tx, ctx, query),
  )
  mount(router, pick(on, 'POST /tutoring/badges'), ({ ctx, body }) => issueBadge(ctx, body))
  mount(router, pick(on, 'POST /tutoring/badges/:badgeId/revocation'), ({ ctx, params, body }) =>
    revokeBadge(ctx, { ...params, ...body }),
  )
}
