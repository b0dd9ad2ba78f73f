import { amendmentsEndpoints } from '@terreau/protocol/amendments'
import { mount, type Router } from '../../../platform/http/mount.ts'
import { amendmentFile } from './document.ts'
import { draftAmendment } from './draft-amendment.ts'
import { editAmendment } from './edit-amendment.ts'
import { cancelAmendment, sendAmendment } from './send-amendment.ts'
import { amendmentList, amendmentView } from './views.ts'

const [list, draft, edit, detail, document, sending, cancellation] = amendmentsEndpoints

export function mountAmendments(router: Router): void {
  mount(router, list, ({ tx, ctx, params }) => amendmentList(tx, ctx, params.contractId))
  mount(router, draft, ({ ctx, params, body }) => draftAmendment(ctx, { ...params, ...body }))
  mount(router, edit, ({ ctx, params, body }) => editAmendment(ctx, { ...params, ...body }))
  mount(router, detail, ({ tx, ctx, params }) => amendmentView(tx, ctx, params.amendmentId))
  mount(router, document, ({ tx, ctx, params }) => amendmentFile(tx, ctx, params.amendmentId))
  mount(router, sending, ({ ctx, params }) => sendAmendment(ctx, params))
  mount(router, cancellation, ({ ctx, params, body }) =>
    cancelAmendment(ctx, { ...params, ...body }),
  )
}
