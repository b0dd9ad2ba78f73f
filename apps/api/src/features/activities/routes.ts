import { activitiesEndpoints } from '@terreau/protocol/activities'
import { mount, type Router } from '../../platform/http/mount.ts'
import { cancelConvention } from './cancel-convention.ts'
import { conventionFile } from './convention-document.ts'
import { openActivity } from './open-activity.ts'
import { activityView, conventionView } from './queries.ts'
import { draftConvention, editConvention } from './save-convention.ts'
import { sendConvention } from './send-convention.ts'

const [open, activity, draft, convention, edit, sending, document, cancellation] =
  activitiesEndpoints

export function mountActivities(router: Router): void {
  mount(router, open, ({ ctx, params, body }) => openActivity(ctx, { ...params, ...body }))
  mount(router, activity, ({ tx, ctx, params }) => activityView(tx, ctx, params.activityId))
  mount(router, draft, ({ ctx, params, body }) => draftConvention(ctx, { ...params, ...body }))
  mount(router, convention, ({ tx, ctx, params }) => conventionView(tx, ctx, params.conventionId))
  mount(router, edit, ({ ctx, params, body }) => editConvention(ctx, { ...params, ...body }))
  mount(router, sending, ({ ctx, params }) => sendConvention(ctx, params))
  mount(router, document, ({ tx, ctx, params }) => conventionFile(tx, ctx, params.conventionId))
  mount(router, cancellation, ({ ctx, params, body }) =>
    cancelConvention(ctx, { ...params, ...body }),
  )
}
