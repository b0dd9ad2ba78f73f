import { declarationContactsEndpoints } from '@terreau/protocol/declaration-contacts'
import { pick } from '@terreau/protocol/endpoint'
import { vehiclesEndpoints } from '@terreau/protocol/vehicles'
import { mount, type Router } from '../../platform/http/mount.ts'
import { personExists } from '../people/index.ts'
import { callList } from './reminders/call-list.ts'
import { noteMonthShare, recordCall } from './reminders/record-call.ts'
import { remindMissing } from './reminders/remind-missing.ts'
import { addVehicle, endVehicle } from './vehicles/edit-vehicles.ts'
import { vehiclesOf } from './vehicles/queries.ts'

/** The vehicles whose kilometres are paid. */
export function mountVehicles(router: Router): void {
  const list = vehiclesEndpoints
  mount(router, pick(list, 'GET /people/:personId/vehicles'), async ({ ctx, tx, params }) => {
    await personExists(tx, ctx, params.personId)
    return vehiclesOf(tx, ctx.cooperativeId, params.personId)
  })
  mount(router, pick(list, 'POST /people/:personId/vehicles'), ({ ctx, params, body }) =>
    addVehicle(ctx, { ...params, ...body }),
  )
  mount(router, pick(list, 'POST /vehicles/:vehicleId/end'), ({ ctx, params, body }) =>
    endVehicle(ctx, { ...params, ...body }),
  )
}

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
