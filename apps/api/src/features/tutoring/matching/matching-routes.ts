import { pick } from '@terreau/protocol/endpoint'
import { tutoringMatchingEndpoints } from '@terreau/protocol/tutoring-matching'
import { mount, type Router } from '../../../platform/http/mount.ts'
import { askNeedFor, askOwnNeed, withdrawNeed, withdrawOwnNeed } from './ask-need.ts'
import { acceptCharter, publishCharter, standingCharter } from './charter.ts'
import { matchesOf } from './match-query.ts'
import { listNeeds, ownNeeds } from './need-queries.ts'
import { ownProfile, tutorPage } from './profile-queries.ts'
import { saveOwnProfile, saveProfile } from './save-profile.ts'

const on = tutoringMatchingEndpoints
const PROFILES_PAGE = 50

export function mountMatching(router: Router): void {
  mountOwn(router)
  mountStaff(router)
}

function mountOwn(router: Router): void {
  mount(router, pick(on, 'GET /me/tutoring/profile'), ({ tx, ctx }) => ownProfile(tx, ctx))
  mount(router, pick(on, 'PUT /me/tutoring/profile'), ({ ctx, body }) => saveOwnProfile(ctx, body))
  mount(router, pick(on, 'POST /me/tutoring/charter'), ({ ctx, body }) => acceptCharter(ctx, body))
  mount(router, pick(on, 'GET /me/tutoring/needs'), ({ tx, ctx }) => ownNeeds(tx, ctx))
  mount(router, pick(on, 'POST /me/tutoring/needs'), ({ ctx, body }) => askOwnNeed(ctx, body))
  mount(router, pick(on, 'POST /me/tutoring/needs/:needId/withdrawal'), ({ ctx, params }) =>
    withdrawOwnNeed(ctx, params),
  )
}

function mountStaff(router: Router): void {
  mount(router, pick(on, 'GET /tutoring/needs'), ({ tx, ctx, query }) => listNeeds(tx, ctx, query))
  mount(router, pick(on, 'POST /tutoring/needs'), ({ ctx, body }) => askNeedFor(ctx, body))
  mount(router, pick(on, 'POST /tutoring/needs/:needId/withdrawal'), ({ ctx, params }) =>
    withdrawNeed(ctx, params),
  )
  mount(router, pick(on, 'GET /tutoring/needs/:needId/matches'), ({ tx, ctx, params, query }) =>
    matchesOf(tx, ctx, { ...params, ...query }),
  )
  mount(router, pick(on, 'GET /tutoring/profiles'), async ({ tx, ctx, query }) => {
    const { tutors, next } = await tutorPage(tx, ctx, { ...query, size: PROFILES_PAGE })
    return { charter: await standingCharter(tx, ctx), profiles: tutors, next }
  })
  mount(router, pick(on, 'PUT /tutoring/profiles/:personId'), ({ ctx, params, body }) =>
    saveProfile(ctx, { ...params, ...body }),
  )
  mount(router, pick(on, 'POST /tutoring/charter'), ({ ctx, body }) => publishCharter(ctx, body))
}
