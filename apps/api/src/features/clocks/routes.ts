import { assembliesEndpoints as assemblies } from '@terreau/protocol/assemblies'
import { clocksEndpoints as all } from '@terreau/protocol/clocks'
import { pick } from '@terreau/protocol/endpoint'
import { mount, type Router } from '../../platform/http/mount.ts'
import { listAssemblies } from './assemblies.ts'
import { listDeadlines } from './deadlines.ts'
import { ownDates, personClocks } from './person-clocks.ts'
import { recordAssembly, settleVariablePay, withdrawAssembly } from './record-assembly.ts'

export function mountClocks(router: Router): void {
  mount(router, pick(all, 'GET /deadlines'), ({ tx, ctx, query }) => listDeadlines(tx, ctx, query))
  mount(router, pick(all, 'GET /people/:personId/clocks'), ({ tx, ctx, params }) =>
    personClocks(tx, ctx, params.personId),
  )
  mount(router, pick(assemblies, 'GET /assemblies'), ({ tx, ctx }) => listAssemblies(tx, ctx))
  mount(router, pick(assemblies, 'POST /assemblies'), ({ ctx, body }) => recordAssembly(ctx, body))
  mount(router, pick(assemblies, 'DELETE /assemblies/:heldOn'), ({ ctx, params }) =>
    withdrawAssembly(ctx, params),
  )
  mount(router, pick(assemblies, 'POST /assemblies/:heldOn/settlements'), ({ ctx, params, body }) =>
    settleVariablePay(ctx, { ...params, ...body }),
  )
  mount(router, pick(all, 'GET /me/clocks'), ({ tx, ctx }) => ownDates(tx, ctx))
}
