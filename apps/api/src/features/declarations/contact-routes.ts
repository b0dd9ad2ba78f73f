import { declarationContactsEndpoints } from '@terreau/protocol/declaration-contacts'
import { pick } from '@terreau/protocol/endpoint'
import { mount, type Router } from '../../platform/http/mount.ts'
import { callList } from './reminders/call-list.ts'
import { noteMonthShare, recordCall } from './reminders/record-call.ts'
import { remindMissing } from './reminders/remind-missing.ts'

/** How staff reach people who have not declared. */
export function mountDeclarationContacts(router: Router): void {
  const list = declarationContactsEndpoints
  mount(router, pick(list, 'GET /months/:month/missing-declarations'), ({ ctx, tx, params }) =>
    callList(tx, ctx, params.month),
  )
  mount(router, pick(list, 'POST /months/:month/declaration-reminders'), ({ ctx, params }) =>
    remindMissing(ctx, params),
  )
  mount(router, pick(list, 'POST /people/:personId/declaration-calls'), ({ ctx, params, body }) =>
    recordCall(ctx, { ...params, ...body }),
  )
  mount(router, pick(list, 'POST /people/:personId/declaration-shares'), ({ ctx, params, body }) =>
    noteMonthShare(ctx, { ...params, ...body }),
  )
}
