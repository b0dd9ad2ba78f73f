import { pick } from '@terreau/protocol/endpoint'
import { tutoringValuationEndpoints } from '@terreau/protocol/tutoring-valuation'
import { mount, type Router } from '../../../platform/http/mount.ts'
import { listHosts } from '../relation-queries.ts'
import { chooseMethod } from './choose-method.ts'
import { readValuation } from './read-valuation.ts'
import { valuationCsv, valuationWorkbook } from './valuation-csv.ts'
import { valuationDocument } from './valuation-document.ts'

const on = tutoringValuationEndpoints

export function mountValuation(router: Router): void {
  mount(router, pick(on, 'GET /tutoring/hosts'), ({ tx, ctx }) => listHosts(tx, ctx))
  mount(router, pick(on, 'GET /tutoring/hosts/:hostId/valuation'), ({ tx, ctx, params, query }) =>
    readValuation(tx, ctx, { ...params, ...query }),
  )
  mount(router, pick(on, 'PUT /tutoring/hosts/:hostId/valuation'), ({ ctx, params, body }) =>
    chooseMethod(ctx, { ...params, ...body }),
  )
  mount(
    router,
    pick(on, 'GET /tutoring/hosts/:hostId/valuation/table'),
    async ({ tx, ctx, params, query }) =>
      valuationCsv(await readValuation(tx, ctx, { ...params, ...query }), ctx.locale),
  )
  mount(
    router,
    pick(on, 'GET /tutoring/hosts/:hostId/valuation/workbook'),
    async ({ tx, ctx, params, query }) =>
      valuationWorkbook(await readValuation(tx, ctx, { ...params, ...query }), ctx),
  )
  mount(
    router,
    pick(on, 'GET /tutoring/hosts/:hostId/valuation/document'),
    async ({ tx, ctx, params, query }) =>
      valuationDocument(tx, ctx, await readValuation(tx, ctx, { ...params, ...query })),
  )
}
