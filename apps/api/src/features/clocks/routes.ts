import { clocksEndpoints as all } from '@terreau/protocol/clocks'
import { pick } from '@terreau/protocol/endpoint'
import { mount, type Router } from '../../platform/http/mount.ts'
import { listDeadlines } from './deadlines.ts'
import { ownDates, personClocks } from './person-clocks.ts'

export function mountClocks(router: Router): void {
  mount(router, pick(all, 'GET /deadlines'), ({ tx, ctx, query }) => listDeadlines(tx, ctx, query))
  mount(router, pick(all, 'GET /people/:personId/clocks'), ({ tx, ctx, params }) =>
    personClocks(tx, ctx, params.personId),
  )
  mount(router, pick(all, 'GET /me/clocks'), ({ tx, ctx }) => ownDates(tx, ctx))
}
