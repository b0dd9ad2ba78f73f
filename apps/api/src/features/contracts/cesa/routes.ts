import { cesaEndpoints } from '@terreau/protocol/cesa'
import { pick } from '@terreau/protocol/endpoint'
import { mount, type Router } from '../../../platform/http/mount.ts'
import { cesaChoices } from './cesa-choices.ts'
import { createCesa, editCesa } from './draft-cesa.ts'

export function mountCesa(router: Router): void {
  mount(
    router,
    pick(cesaEndpoints, 'GET /people/:personId/cesa-choices'),
    ({ tx, ctx, params, query }) => cesaChoices(tx, ctx, { ...params, startsOn: query.startsOn }),
  )
  mount(router, pick(cesaEndpoints, 'POST /people/:personId/cesa'), ({ ctx, params, body }) =>
    createCesa(ctx, { ...params, ...body }),
  )
  mount(router, pick(cesaEndpoints, 'PUT /contracts/:contractId/cesa'), ({ ctx, params, body }) =>
    editCesa(ctx, { ...params, ...body }),
  )
}
